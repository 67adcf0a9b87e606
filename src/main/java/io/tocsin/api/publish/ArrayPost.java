package io.tocsin.api.publish;

import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.model.Incoming;
import io.tocsin.model.Problem;
import io.tocsin.wire.EventArray;
import io.tocsin.wire.Line;
import io.tocsin.wire.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** One record, or an array of them: all are valid and allowed, or nothing is published. */
final class ArrayPost implements Post {
  private final Gate gate;
  private final Delivery delivery;

  ArrayPost(Gate gate, Delivery delivery) {
    this.gate = gate;
    this.delivery = delivery;
  }

  @Override
  public Answer answer(Sent sent) {
    var records = new ArrayList<Incoming>();
    var invalid = new Faults();
    var forbidden = new Faults();
    try {
      var array = EventArray.read(sent.body(), sent.kind());
      while (array.hasNext()) {
        var line = array.next();
        var root = array.isArray() ? "/" + (line.number() - 1) : "";
        look(line, root, sent, records, invalid, forbidden);
      }
    } catch (Unreadable e) {
      throw Refused.of(
          ProblemType.MALFORMED,
          "The body is no JSON that is read: %s. Nothing was published.".formatted(e.getMessage()),
          e);
    }
    refuse(sent, records.size(), invalid, forbidden);
    return delivery.of(sent, records).answer();
  }

  private void look(
      Line line, String root, Sent sent, List<Incoming> records, Faults invalid, Faults forbidden) {
    if (line instanceof Line.Bad bad) {
      invalid.add(root, bad.problems());
      return;
    }
    var record = ((Line.Good) line).record();
    List<Problem> problems = gate.problems(record);
    invalid.add(root, problems);
    gate.forbidden(record, sent.caller()).ifPresent(one -> forbidden.add(root, List.of(one)));
    if (problems.isEmpty()) {
      records.add(record);
    }
  }

  private void refuse(Sent sent, int good, Faults invalid, Faults forbidden) {
    if (!forbidden.isEmpty()) {
      delivery.refused(sent.kind(), forbidden.all());
      throw Refused.of(
              ProblemType.FORBIDDEN,
              "The token '%s' may not speak for whom it names. Nothing was published. Use a token that is bound to them."
                  .formatted(sent.caller().name()))
          .with("errors", forbidden.shown());
    }
    if (!invalid.isEmpty()) {
      delivery.refused(sent.kind(), invalid.all());
      throw Refused.of(
              ProblemType.INVALID_RECORD,
              "%d fields are wrong, and nothing was published: %d records beside them are good. Correct what errors names, and send all again; or send a stream of lines, of which the good ones are taken."
                  .formatted(invalid.all(), good))
          .with("errors", invalid.shown());
    }
  }
}
