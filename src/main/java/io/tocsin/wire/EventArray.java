package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One JSON text that holds records of one kind: a record alone, or an array of them, read as it is
 * asked for. A bad record does not end the reading; text that is no JSON does.
 */
public final class EventArray implements Iterator<Line>, Closeable {
  private final JsonParser parser;
  private final Kind kind;
  private final boolean array;
  private JsonToken at;
  private long number;

  private EventArray(JsonParser parser, Kind kind) throws IOException {
    this.parser = parser;
    this.kind = kind;
    var first = parser.nextToken();
    if (first == null) {
      throw new Unreadable(Unreadable.Reason.BAD_JSON, "must not be empty");
    }
    this.array = first == JsonToken.START_ARRAY;
    this.at = array ? ahead() : first;
  }

  /**
   * @throws Unreadable when it is no JSON, which may show with any record
   */
  public static EventArray read(InputStream in, Kind kind) {
    return guarded(() -> new EventArray(Json.parser(in), kind));
  }

  /** Whether it is an array; else it is one record. */
  public boolean isArray() {
    return array;
  }

  @Override
  public boolean hasNext() {
    return at != null && at != JsonToken.END_ARRAY;
  }

  /**
   * The next record; its number counts from 1.
   *
   * @throws Unreadable when the text is no JSON from here on
   * @throws UncheckedIOException when it cannot be read on
   */
  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    JsonNode node = guarded(this::take);
    number++;
    if (node instanceof ObjectNode object) {
      return line(object);
    }
    return new Line.Bad(number, "", List.of(Problem.of("", node, "must be an object")));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private JsonNode take() throws IOException {
    JsonNode node = parser.readValueAsTree();
    at = ahead();
    return node;
  }

  /** The token to go on with; behind the last value there must be nothing. */
  private JsonToken ahead() throws IOException {
    var token = parser.nextToken();
    boolean ended = !array || token == JsonToken.END_ARRAY;
    if (ended && (array ? parser.nextToken() : token) != null) {
      throw new Unreadable(Unreadable.Reason.BAD_JSON, "must end behind its only value");
    }
    return token;
  }

  private Line line(ObjectNode object) {
    try {
      return new Line.Good(number, FieldReader.read(object, kind.shape()));
    } catch (InvalidRecord e) {
      return new Line.Bad(number, "", e.problems());
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T guarded(Reading<T> reading) {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      throw Json.unreadable(e);
    } catch (CharacterCodingException e) {
      throw new Unreadable(Unreadable.Reason.BAD_JSON, "is not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
