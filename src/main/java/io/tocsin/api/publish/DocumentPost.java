package io.tocsin.api.publish;

import io.javalin.http.Context;
import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import io.tocsin.model.Problem;
import io.tocsin.wire.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document in a format of others: its good items are taken, the others are told. One that bears
 * an authority's signature speaks for it, whoever sends it.
 */
final class DocumentPost implements Post {
  private static final int SHOWN = 100;

  private final Formats formats;
  private final Signatories signatories;
  private final InstantSource clock;
  private final Gate gate;
  private final Delivery delivery;

  DocumentPost(
      Formats formats, Signatories signatories, InstantSource clock, Gate gate, Delivery delivery) {
    this.formats = formats;
    this.signatories = signatories;
    this.clock = clock;
    this.gate = gate;
    this.delivery = delivery;
  }

  @Override
  public Answer answer(Sent posted) {
    var refusals = new ArrayList<Refusal>();
    var records = new ArrayList<Incoming>();
    var document = new Document("body", posted.name(), bytes(posted));
    var received = clock.instant();
    var signed = signatories.of(document.bytes(), received);
    var sent = posted.alsoFor(signed);
    var harvest = read(document, signed, sent.context(), received);
    refusals.addAll(harvest.refusals());
    for (int i = 0; i < harvest.records().size(); i++) {
      var record = harvest.records().get(i);
      var problems = problems(record, sent);
      if (problems.isEmpty()) {
        records.add(record);
      } else {
        refusals.add(new Refusal("record " + (i + 1), problems));
      }
    }
    delivery.refused(sent.kind(), refusals.size());
    if (records.isEmpty() && !refusals.isEmpty()) {
      throw Refused.of(
              ProblemType.NOTHING_USABLE,
              "Nothing of the document could be taken; refusals says why. Name what it does not say itself with ?source=, ?authority= or ?format=")
          .with("refusals", shown(refusals));
    }
    var body = delivery.of(sent, records).body();
    body.put("refused", refusals.size());
    body.put("refusals", shown(refusals));
    return Answer.json(202, body);
  }

  private Harvest read(Document document, Set<String> signed, Context context, Instant received) {
    var named =
        new Speaker(context.queryParam("source"), context.queryParam("authority"), received);
    var speaker = Signatories.behalf(signed, named);
    var format = context.queryParam("format");
    return format == null
        ? formats.read(document, speaker)
        : format(format).read(document, speaker);
  }

  private InputFormat format(String name) {
    return formats
        .named(name)
        .orElseThrow(
            () ->
                Refused.of(
                    ProblemType.MALFORMED,
                    "There is no format '%s'; there are: %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", formats.all().stream().map(InputFormat::name).toList()))));
  }

  private List<Problem> problems(Incoming record, Sent sent) {
    var kind = Kind.of(record);
    if (kind != sent.kind()) {
      return List.of(new Problem("", "", "is %s, and is posted elsewhere".formatted(kind.title())));
    }
    var problems = new ArrayList<>(gate.problems(record));
    gate.forbidden(record, sent.caller()).ifPresent(problems::add);
    return problems;
  }

  private static byte[] bytes(Sent sent) {
    try {
      return sent.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a request asks for a format by its name, whatever its body is said to be. */
  static boolean isNamed(Context context) {
    return context.queryParam("format") != null;
  }

  private static List<Map<String, Object>> shown(List<Refusal> refusals) {
    var shown = new ArrayList<Map<String, Object>>();
    for (var refusal : refusals.subList(0, Math.min(SHOWN, refusals.size()))) {
      var faults = new Faults();
      faults.add("", refusal.problems());
      var one = new LinkedHashMap<String, Object>();
      one.put("item", refusal.where());
      one.put("errors", faults.shown());
      shown.add(one);
    }
    return shown;
  }
}
