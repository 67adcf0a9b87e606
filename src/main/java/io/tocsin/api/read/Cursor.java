package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Where in a list the next part begins: the place of the last item in the order. It holds for the
 * list that it was made for and no other, which a checksum of what was asked tells.
 */
final class Cursor {
  private static final String SEPARATOR = "\n";

  private final String list;

  /**
   * @param list what was asked for, in words that are the same for the same list
   */
  Cursor(String list) {
    var sum = new CRC32C();
    sum.update(list.getBytes(UTF_8));
    this.list = Long.toHexString(sum.getValue());
  }

  String after(State last) {
    return text(
        last.level().name(),
        last.declared().name(),
        last.reported().name(),
        Double.toString(last.score()),
        Long.toString(last.effectiveAt()),
        last.subject().toString());
  }

  String after(Told last) {
    return text(Long.toString(last.effectiveAt()), last.id());
  }

  /**
   * @throws IllegalArgumentException where no list like this gave it
   */
  State state(String text) {
    var parts = parts(text, 6);
    return new State(
        Subject.parse(parts.get(5)),
        Level.valueOf(parts.get(0)),
        Level.valueOf(parts.get(1)),
        Level.valueOf(parts.get(2)),
        Double.parseDouble(parts.get(3)),
        Long.parseLong(parts.get(4)),
        State.NEVER,
        null);
  }

  /**
   * @throws IllegalArgumentException where no list like this gave it
   */
  Told told(String text) {
    var parts = parts(text, 2);
    return new Told(
        parts.get(1), null, 0, null, null, null, null, Long.parseLong(parts.get(0)), 0, 0, 0, null);
  }

  private String text(String... parts) {
    var all = list + SEPARATOR + String.join(SEPARATOR, parts);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8));
  }

  private List<String> parts(String text, int count) {
    var parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR));
    if (parts.size() != count + 1 || !parts.get(0).equals(list)) {
      throw new IllegalArgumentException("is of another list");
    }
    return parts.subList(1, parts.size());
  }
}
