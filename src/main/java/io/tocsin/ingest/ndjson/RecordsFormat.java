package io.tocsin.ingest.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.JsonStart;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.StrictJson;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Kind;
import io.tocsin.wire.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records of Tocsin's own as JSON: one a line, or an array; each under its kind, as in a file of
 * events, or bare.
 */
public final class RecordsFormat implements InputFormat {
  private static final byte LINE_FEED = '\n';

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public String about() {
    return "Tocsin's own records in JSON: one a line, or an array";
  }

  @Override
  public boolean recognises(Document document) {
    return JsonStart.of(document)
        .filter(
            start ->
                start.keys().size() == 1 && Kinds.isKey(start.keys().iterator().next())
                    || start.has("id") && Kinds.of(start.keys()).isPresent())
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    boolean array = JsonStart.of(document).filter(JsonStart::array).isPresent();
    var basket = new Harvest.Basket();
    if (array) {
      items(document.bytes(), speaker, basket);
    } else {
      lines(document.bytes(), speaker, basket);
    }
    return basket.harvest();
  }

  private static void items(byte[] bytes, Speaker speaker, Harvest.Basket basket) {
    try {
      int number = 0;
      for (JsonNode item : StrictJson.tree(bytes)) {
        basket.take("item " + ++number, () -> record(item, speaker));
      }
    } catch (InvalidRecord e) {
      basket.refuse(Refusal.DOCUMENT, e);
    }
  }

  private static void lines(byte[] bytes, Speaker speaker, Harvest.Basket basket) {
    int number = 0;
    boolean any = false;
    for (int start = 0; start < bytes.length; ) {
      int end = start;
      while (end < bytes.length && bytes[end] != LINE_FEED) {
        end++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(bytes, start, end);
      if (!new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
        any = true;
        basket.take("line " + number, () -> record(StrictJson.tree(line), speaker));
      }
      start = end + 1;
    }
    if (!any) {
      basket.refuse(Refusal.DOCUMENT, new Problem("document", "", "must not be empty"));
    }
  }

  /** The record, bare ones with the speaker's name where they bear none. */
  private static Incoming record(JsonNode item, Speaker speaker) {
    if (!(item instanceof ObjectNode object)) {
      throw new InvalidRecord(new Problem("record", item.asText(), "must be an object"));
    }
    var kind = Kinds.of(object);
    var fields = Kinds.fields(object, kind);
    if (kind == Kind.NEWS && speaker.source() != null && !fields.hasNonNull("source")) {
      fields.put("source", speaker.source());
    }
    if (kind == Kind.STATEMENT && speaker.authority() != null && !fields.hasNonNull("authority")) {
      fields.put("authority", speaker.authority());
    }
    return parsed(fields, kind);
  }

  private static Incoming parsed(ObjectNode fields, Kind kind) {
    var bytes = fields.toString().getBytes(StandardCharsets.UTF_8);
    try (var lines = EventLines.read(new ByteArrayInputStream(bytes), kind)) {
      var line = lines.next();
      if (line instanceof Line.Good good) {
        return good.record();
      }
      throw new InvalidRecord(((Line.Bad) line).problems());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }
}
