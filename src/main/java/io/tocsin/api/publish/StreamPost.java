package io.tocsin.api.publish;

import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.model.Incoming;
import io.tocsin.model.Problem;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Line;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream of lines, published as they come: the good ones are taken, the others are told. It may
 * be long; what is on its way at once is bounded.
 */
final class StreamPost implements Post {
  /** Nobody means a stream of which so much is wrong. */
  private static final int MOST_REFUSED = 1_000;

  private final Gate gate;
  private final Delivery delivery;
  private final Duration patience;

  StreamPost(Gate gate, Delivery delivery, Duration patience) {
    this.gate = gate;
    this.delivery = delivery;
    this.patience = patience;
  }

  @Override
  public Answer answer(Sent sent) {
    var progress = new StreamProgress(patience);
    try {
      read(sent, progress);
    } catch (UncheckedIOException e) {
      progress.finish();
      throw told(Body.failure(e.getCause()), progress);
    } catch (Refused e) {
      progress.finish();
      throw told(e, progress);
    }
    progress.finish();
    return answer(progress);
  }

  private void read(Sent sent, StreamProgress progress) {
    var lines = EventLines.readPlain(sent.body(), sent.kind());
    while (lines.hasNext() && !progress.hasFailed()) {
      var line = lines.next();
      progress.read(line.number());
      var problems = problems(line, sent);
      if (problems.isEmpty()) {
        publish(((Line.Good) line).record(), sent, progress);
      } else {
        delivery.refused(sent.kind(), 1);
        progress.refused(line.number(), problems);
      }
      if (progress.refused() >= MOST_REFUSED) {
        throw Refused.of(
            ProblemType.INVALID_RECORD,
            "%d lines are wrong, so the rest was not read. Correct them, and go on behind lastLine."
                .formatted(MOST_REFUSED));
      }
    }
  }

  private void publish(Incoming record, Sent sent, StreamProgress progress) {
    progress.begin();
    delivery.publish(record, sent).whenComplete(progress::end);
  }

  private List<Problem> problems(Line line, Sent sent) {
    if (line instanceof Line.Bad bad) {
      return bad.problems();
    }
    var record = ((Line.Good) line).record();
    var problems = new ArrayList<>(gate.problems(record));
    gate.forbidden(record, sent.caller()).ifPresent(problems::add);
    return problems;
  }

  private static Answer answer(StreamProgress progress) {
    var trouble = progress.trouble();
    if (trouble.isPresent()) {
      throw told(
          Delivery.failure(trouble.get(), progress.accepted(), progress.handedOn()), progress);
    }
    if (progress.accepted() == 0 && progress.refused() > 0) {
      throw told(
          Refused.of(
              ProblemType.INVALID_RECORD,
              "None of the %d lines could be taken. Correct what refusals names, and send them again."
                  .formatted(progress.refused())),
          progress);
    }
    return Answer.json(202, progress.body());
  }

  private static Refused told(Refused refused, StreamProgress progress) {
    progress.body().forEach(refused::with);
    return refused;
  }
}
