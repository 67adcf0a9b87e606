package io.tocsin.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a JSON document begins: the first object in it, as far as it lies in the first {@value #PEEK}
 * bytes. What formats are told apart by.
 *
 * @param array whether the object is an item of an array
 * @param keys of the object, in their order
 * @param texts those of its values that are strings
 */
public record JsonStart(boolean array, Set<String> keys, Map<String, String> texts) {
  private static final int PEEK = 64 * 1024;
  private static final int LONGEST_TEXT = 200;

  /** Empty where the document does not begin with an object, nor with an array of them. */
  public static Optional<JsonStart> of(Document document) {
    var bytes = document.bytes();
    var text =
        new String(bytes, 0, Math.min(bytes.length, PEEK), JsonText.charset(bytes))
            .replaceFirst("^\\uFEFF", "");
    try (var parser = StrictJson.FACTORY.createParser(text)) {
      var first = parser.nextToken();
      boolean array = first == JsonToken.START_ARRAY;
      var token = array ? parser.nextToken() : first;
      return token == JsonToken.START_OBJECT
          ? Optional.of(fields(array, parser))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public boolean has(String... anyOf) {
    for (var key : anyOf) {
      if (keys.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a key where that is a short string, else the empty string. */
  public String text(String key) {
    return texts.getOrDefault(key, "");
  }

  private static JsonStart fields(boolean array, JsonParser parser) {
    var keys = new LinkedHashSet<String>();
    var texts = new HashMap<String, String>();
    try {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        var value = parser.nextToken();
        keys.add(key);
        if (value == JsonToken.VALUE_STRING && parser.getTextLength() <= LONGEST_TEXT) {
          texts.put(key, parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // cut off, or not JSON from here on: what was seen counts
    }
    return new JsonStart(array, keys, texts);
  }
}
