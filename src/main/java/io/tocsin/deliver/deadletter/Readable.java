package io.tocsin.deliver.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.RegistryUnavailable;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes as a person can read them.
 *
 * @param form what the text is
 */
public record Readable(Form form, String text) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Codecs JSON = Codecs.of(Format.JSON);

  /** What the text is. */
  public enum Form {
    /** The record, or another object, as JSON in lines. */
    JSON,
    TEXT,
    /** Neither; in Base64 (RFC 4648). */
    BASE64,
    /** There are no bytes. */
    NONE
  }

  /** The value of a letter; a record that can be decoded as JSON, whatever it came in. */
  public static Readable value(Letter letter, Topics topics) {
    return letter.value() == null
        ? new Readable(Form.NONE, "")
        : of(asJson(letter.value(), letter.heading().from().topic(), topics));
  }

  /** Bytes that are perhaps text. */
  public static Readable of(byte[] bytes) {
    if (bytes == null) {
      return new Readable(Form.NONE, "");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c))) {
        return base64(bytes);
      }
      return json(text);
    } catch (CharacterCodingException e) {
      return base64(bytes);
    }
  }

  private static Readable json(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node != null && node.isObject()) {
        return new Readable(
            Form.JSON, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
      }
    } catch (JsonProcessingException e) {
      // text, then
    }
    return new Readable(Form.TEXT, text);
  }

  private static Readable base64(byte[] bytes) {
    return new Readable(Form.BASE64, Base64.getEncoder().encodeToString(bytes));
  }

  /** A record of one of the three topics as JSON; any other bytes as they are. */
  private static byte[] asJson(byte[] value, String topic, Topics topics) {
    if (value.length > 0 && value[0] == '{') {
      return value;
    }
    try {
      if (topic.equals(topics.news().name())) {
        NewsEvent event = topics.news().values().deserializer().deserialize(topic, value);
        return JSON.news().encode(event);
      }
      if (topic.equals(topics.statements().name())) {
        OfficialStatement statement =
            topics.statements().values().deserializer().deserialize(topic, value);
        return JSON.statements().encode(statement);
      }
      if (topic.equals(topics.controls().name())) {
        Control control = topics.controls().values().deserializer().deserialize(topic, value);
        return JSON.controls().encode(control);
      }
      return value;
    } catch (Unreadable | RegistryUnavailable e) {
      return value;
    }
  }
}
