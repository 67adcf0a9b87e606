package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Routes;
import io.tocsin.vitals.Books;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How it all runs: the policy in force, the books, the topology. */
public final class PipelineRoutes implements Routes {
  private final Supplier<String> policy;
  private final Supplier<Books.Balance> books;
  private final Supplier<Drawing> drawing;
  private final Supplier<Flow> flow;

  /**
   * @param policy the document in force, as JSON
   * @param drawing asked once
   * @param flow of this moment
   */
  public PipelineRoutes(
      Supplier<String> policy,
      Supplier<Books.Balance> books,
      Supplier<Drawing> drawing,
      Supplier<Flow> flow) {
    this.policy = policy;
    this.books = books;
    this.drawing = drawing;
    this.flow = flow;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, "/api/v1/policy", this::policy);
    Reads.add(routes, "/api/v1/books", this::books);
    Reads.add(routes, "/api/v1/topology", this::topology);
    Reads.add(routes, "/api/v1/flow", this::flow);
  }

  private void policy(Context context) {
    new Parameters(context, Set.of()).check();
    Reply.send(context, policy.get().getBytes(UTF_8), Reply.MOVING, 0);
  }

  private void books(Context context) {
    new Parameters(context, Set.of()).check();
    var balance = books.get();
    var body = new LinkedHashMap<String, Object>();
    body.put("read", balance.read());
    body.put("accounted", balance.accounted());
    body.put("even", balance.isEven());
    body.put("counts", balance.byOutcome());
    body.put("equation", balance.toString());
    Reply.send(context, Reply.json(body), Reply.MOVING, 0);
  }

  private void flow(Context context) {
    new Parameters(context, Set.of()).check();
    Reply.send(context, Reply.json(flow.get()), Reply.MOVING, 0);
  }

  private void topology(Context context) {
    new Parameters(context, Set.of()).check();
    var drawn = drawing.get();
    Reply.send(
        context,
        Reply.json(Map.of("text", drawn.text(), "nodes", drawn.nodes(), "edges", drawn.edges())),
        Reply.STEADY,
        0);
  }
}
