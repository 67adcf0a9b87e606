package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Scope;
import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.live.From;
import io.tocsin.deliver.live.Listener;
import io.tocsin.deliver.live.LiveFeed;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Changes as they come, as Server-Sent Events. */
public final class StreamRoutes implements Routes {
  static final String STREAM = "/api/v1/alerts/stream";

  private static final Set<String> PARAMETERS = parameters();
  private static final String STRANGE = "the last event id is none that this program gives";

  private final LiveFeed live;
  private final Terms terms;

  public StreamRoutes(LiveFeed live, Terms terms) {
    this.live = live;
    this.terms = terms;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(STREAM, this::stream, Scope.READ);
  }

  private void stream(Context context) {
    var parameters = new Parameters(context, PARAMETERS);
    var choice = terms.read(parameters);
    boolean levels = Boolean.TRUE.equals(parameters.truth("levels"));
    parameters.check();
    var stream = new EventStream(context, live);
    var listener = new Listener(choice, levels, live.limits().bytesEach(), stream::pump);
    if (!live.join(listener, from(context, parameters, choice))) {
      throw Refused.of(
              ProblemType.NOT_READY,
              "As many listen as this server bears. Come again later, or read the topic of alerts.")
          .header(Header.RETRY_AFTER, "30");
    }
    stream.open(listener);
  }

  /** What a browser sends by itself counts before what the address said at first. */
  private static From from(Context context, Parameters parameters, Choice choice) {
    return Optional.ofNullable(context.header("Last-Event-ID"))
        .filter(id -> !id.isBlank())
        .or(() -> Optional.ofNullable(parameters.text("lastEventId")))
        .map(StreamRoutes::place)
        .orElseGet(() -> since(choice.terms().since()));
  }

  private static From place(String id) {
    return Bookmark.parse(id.strip())
        .<From>map(From.Place::new)
        .orElseGet(() -> new From.Lost(STRANGE));
  }

  private static From since(Instant since) {
    return since == null ? new From.Now() : new From.Moment(since);
  }

  private static Set<String> parameters() {
    var all = new HashSet<>(Terms.NAMES);
    all.addAll(Set.of("lastEventId", "levels"));
    all.remove("until");
    return Set.copyOf(all);
  }
}
