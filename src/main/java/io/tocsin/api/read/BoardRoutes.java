package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.Routes;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.Page;
import io.tocsin.deliver.board.Pages;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The levels as they are and the changes of late, in parts. */
public final class BoardRoutes implements Routes {
  static final String LEVELS = "/api/v1/levels";
  static final String ALERTS = "/api/v1/alerts";

  private static final int USUAL_LIMIT = 100;
  private static final int GREATEST_LIMIT = 1_000;
  private static final Set<String> ALERT_PARAMETERS = with("limit", "cursor");
  private static final Set<String> LEVEL_PARAMETERS = with("limit", "cursor", "sort");
  private static final String ANOTHER_LIST =
      "must be the next of an answer to the same question, without a change of its parameters";

  private final Board board;
  private final Terms terms;
  private final Views views;

  public BoardRoutes(Board board, Lookup lookup, Terms terms) {
    this.board = board;
    this.terms = terms;
    this.views = new Views(board, lookup);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, LEVELS, this::levels);
    Reads.add(routes, ALERTS, this::alerts);
    Reads.add(routes, ALERTS + "/{id}", this::alert);
  }

  /**
   * @throws Refused while the board has not caught up
   */
  static void requireReady(Board board) {
    if (!board.isReady()) {
      throw Refused.of(
              ProblemType.NOT_READY,
              "The levels are still being read; /health/ready says when they are there.")
          .header("Retry-After", "1");
    }
  }

  private void levels(Context context) {
    requireReady(board);
    var parameters = new Parameters(context, LEVEL_PARAMETERS);
    var choice = terms.read(parameters);
    var sort = parameters.value("sort", Sort::of, Sort.RULE);
    var order = sort == null ? Sort.USUAL : sort;
    int limit = parameters.whole("limit", USUAL_LIMIT, 1, GREATEST_LIMIT);
    var cursor = new Cursor("levels " + choice.terms() + parameters.text("q") + order);
    State behind = parameters.value("cursor", cursor::state, ANOTHER_LIST);
    parameters.check();
    var levels = board.levels();
    var page = Pages.states(levels, choice, order.order(), order.reversed(), behind, limit);
    var body = new LinkedHashMap<String, Object>();
    body.put("total", page.total());
    body.put("levels", page.items().stream().map(views::row).toList());
    next(context, body, page, page.next().map(cursor::after).orElse(null));
    Reply.send(context, Reply.json(body), Reply.MOVING, levels.modifiedAt());
  }

  private void alerts(Context context) {
    requireReady(board);
    var parameters = new Parameters(context, ALERT_PARAMETERS);
    var choice = terms.read(parameters);
    int limit = parameters.whole("limit", USUAL_LIMIT, 1, GREATEST_LIMIT);
    var cursor = new Cursor("alerts " + choice.terms() + parameters.text("q"));
    Told behind = parameters.value("cursor", cursor::told, ANOTHER_LIST);
    parameters.check();
    var history = board.history();
    var page = Pages.changes(history, choice, behind, limit);
    var body = new LinkedHashMap<String, Object>();
    body.put("alerts", page.items().stream().map(views::row).toList());
    if (page.next().isEmpty()) {
      history.heldSince().ifPresent(since -> older(since, choice, body));
    }
    next(context, body, page, page.next().map(cursor::after).orElse(null));
    Reply.send(context, Reply.json(body), Reply.MOVING, history.modifiedAt());
  }

  /** Says at the end of a list that there was more, where more was asked for than is held. */
  private static void older(Instant heldSince, Choice choice, Map<String, Object> body) {
    var since = choice.terms().since();
    if (since == null || since.isBefore(heldSince)) {
      body.put("heldSince", Moments.text(heldSince));
      body.put(
          "older",
          "Changes that took effect before heldSince may be missing here. All that the topic holds"
              + " come from %s?since=TIME, or with: tocsin subscribe --since 365d"
                  .formatted(StreamRoutes.STREAM));
    }
  }

  /** The next part, in the body and as a link (RFC 8288). */
  private static void next(Context context, Map<String, Object> body, Page<?> page, String cursor) {
    if (page.next().isEmpty()) {
      return;
    }
    body.put("next", cursor);
    var query = new StringBuilder();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                query.append(name).append('=').append(encoded(values.get(0))).append('&');
              }
            });
    context.header(
        "Link", "<%s?%scursor=%s>; rel=\"next\"".formatted(context.path(), query, cursor));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private void alert(Context context) {
    requireReady(board);
    var id = context.pathParam("id");
    var told = board.history().find(id).orElseThrow(() -> unknown(board, id));
    var change = board.whole(told);
    var body = new LinkedHashMap<String, Object>();
    body.putAll(views.named(told.subject()));
    body.put("change", Views.whole(change));
    body.put("names", views.names(change));
    Reply.send(context, Reply.json(body), Reply.STEADY, change.emittedAt().toEpochMilli());
  }

  static Refused unknown(Board board, String id) {
    var held =
        board
            .history()
            .heldSince()
            .map(
                since ->
                    " Changes before "
                        + Moments.text(since)
                        + " are not held here; see them with: tocsin subscribe --since.")
            .orElse("");
    return Refused.of(ProblemType.NOT_FOUND, "No change has the id '%s'.%s".formatted(id, held));
  }

  private static Set<String> with(String... names) {
    var all = new HashSet<>(Terms.NAMES);
    all.addAll(Set.of(names));
    return Set.copyOf(all);
  }
}
