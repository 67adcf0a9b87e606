package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.Routes;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Told;
import io.tocsin.model.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One subject: its state, its changes, and why. */
public final class SubjectRoutes implements Routes {
  static final String SUBJECT = "/api/v1/subjects/{entity}/{region}";

  private static final int MOST_CHANGES = 1_000;
  private static final int USUAL_CHANGES = 200;
  private static final int PATIENCE_SECONDS = 10;

  private final Board board;
  private final Lookup lookup;
  private final Views views;
  private final Explanations explanations;

  /** Each goes through all records: one at a time is what a machine bears beside its work. */
  private final Semaphore explaining = new Semaphore(1);

  public SubjectRoutes(Board board, Lookup lookup, Explanations explanations) {
    this.board = board;
    this.lookup = lookup;
    this.views = new Views(board, lookup);
    this.explanations = explanations;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, SUBJECT, this::subject);
    Reads.add(routes, SUBJECT + "/explanation", this::explanation);
  }

  private void subject(Context context) {
    BoardRoutes.requireReady(board);
    var parameters = new Parameters(context, Set.of("limit"));
    int limit = parameters.whole("limit", USUAL_CHANGES, 1, MOST_CHANGES);
    parameters.check();
    var subject = subject(context.pathParam("entity"), context.pathParam("region"));
    var state = board.find(subject).map(board::whole).orElse(null);
    var timeline = board.history().of(subject).limit(limit).toList();
    if (state == null && timeline.isEmpty()) {
      throw untracked(subject);
    }
    var body = new LinkedHashMap<String, Object>(views.named(subject));
    body.put("tracked", state != null);
    if (state != null) {
      body.put("state", Views.whole(state));
    }
    body.put("timeline", timeline.stream().map(views::row).toList());
    board.history().heldSince().ifPresent(s -> body.put("heldSince", Moments.text(s)));
    body.put("names", views.names(state == null ? board.whole(timeline.get(0)) : state));
    Reply.send(
        context,
        Reply.json(body),
        Reply.MOVING,
        state == null ? latest(timeline) : state.emittedAt().toEpochMilli());
  }

  private Subject subject(String entity, String region) {
    return lookup.canonical(lookup.subject(entity, region));
  }

  private long latest(List<Told> timeline) {
    return board.whole(timeline.get(0)).emittedAt().toEpochMilli();
  }

  private void explanation(Context context) {
    var parameters = new Parameters(context, Set.of("at"));
    var at = parameters.moment("at");
    parameters.check();
    var subject = subject(context.pathParam("entity"), context.pathParam("region"));
    acquire();
    try {
      var json = explanations.of(subject, at);
      Reply.send(context, json.getBytes(UTF_8), Reply.MOVING, 0);
    } finally {
      explaining.release();
    }
  }

  private void acquire() {
    try {
      if (explaining.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Refused.of(
            ProblemType.BUSY, "Other explanations are being worked out. Ask again in a moment.")
        .header("Retry-After", Integer.toString(PATIENCE_SECONDS));
  }

  private Refused untracked(Subject subject) {
    return Refused.of(
        ProblemType.NOT_FOUND,
        "%s in %s is not tracked: nothing was said of it. What is tracked there: %s?region=%s"
            .formatted(
                lookup.entityName(subject.entity()),
                lookup.regionName(subject.region()),
                BoardRoutes.LEVELS,
                subject.region()));
  }
}
