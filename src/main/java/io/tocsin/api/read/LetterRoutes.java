package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Scope;
import io.tocsin.deliver.deadletter.Filter;
import io.tocsin.deliver.deadletter.Heading;
import io.tocsin.deliver.deadletter.Letter;
import io.tocsin.deliver.deadletter.Place;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Dead letters: which there are, what is in one, and to publish one again. */
public final class LetterRoutes implements Routes {
  static final String PATH = "/api/v1/dead-letters";

  private static final int USUAL_LIMIT = 50;
  private static final int GREATEST_LIMIT = 1_000;
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int OK = 200;

  private final Letters letters;

  public LetterRoutes(Letters letters) {
    this.letters = letters;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, PATH, this::list);
    Reads.add(routes, PATH + "/{id}", this::show);
    routes.post(PATH + "/{id}/retry", this::retry, Scope.CONTROL);
  }

  private void list(Context context) {
    var parameters = new Parameters(context, Set.of("reason", "topic", "since", "limit"));
    var filter =
        new Filter(parameters.text("reason"), parameters.text("topic"), parameters.moment("since"));
    int limit = parameters.whole("limit", USUAL_LIMIT, 1, GREATEST_LIMIT);
    parameters.check();
    var found = letters.list(filter, limit);
    var body = new LinkedHashMap<String, Object>();
    body.put("total", found.matching());
    body.put("open", found.open());
    body.put("byReason", found.byReason());
    body.put("letters", found.newest().stream().map(LetterRoutes::row).toList());
    Reply.send(context, Reply.json(body), Reply.MOVING, 0);
  }

  private void show(Context context) {
    new Parameters(context, Set.of()).check();
    var letter = find(context.pathParam("id"));
    var value = letters.value(letter);
    var body = new LinkedHashMap<>(row(letter.heading()));
    body.put("form", value.form());
    body.put("value", value.text());
    Reply.send(context, Reply.json(body), Reply.MOVING, 0);
  }

  /** With a body that one takes the letter's place. */
  private void retry(Context context) {
    new Parameters(context, Set.of()).check();
    var letter = find(context.pathParam("id"));
    byte[] value = body(context);
    var retried = letters.retry(letter, value.length == 0 ? null : value);
    Answer.json(OK, Map.of("letter", retried.letter().toString(), "to", retried.to().toString()))
        .to(context);
  }

  private static byte[] body(Context context) {
    try {
      byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw Refused.of(ProblemType.TOO_LARGE, "A record may have 5 MiB. Shorten it.");
      }
      return body;
    } catch (IOException e) {
      throw Refused.of(ProblemType.TOO_SLOW, "The body did not come whole. Send it again.", e);
    }
  }

  private Letter find(String id) {
    return Place.parse(id)
        .flatMap(letters::find)
        .orElseThrow(
            () ->
                Refused.of(
                    ProblemType.NOT_FOUND,
                    "There is no dead letter '%s'. See which there are at %s".formatted(id, PATH)));
  }

  private static Map<String, Object> row(Heading heading) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", heading.id().toString());
    row.put("at", Moments.text(heading.at()));
    row.put("reason", heading.reason());
    row.put("why", heading.why());
    row.put("topic", heading.from().topic());
    row.put("from", heading.from().toString());
    row.put("retriedFrom", heading.retriedFrom() == null ? null : heading.retriedFrom().toString());
    row.put("open", heading.isOpen());
    row.put("bytes", heading.bytes());
    return row;
  }
}
