package io.tocsin.ingest.gdelt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of its title that a site made an article's address of. */
final class Slug {
  private static final int HOST = 2;
  private static final int FEWEST_PARTS = 4;
  private static final int FEWEST_WORDS = 3;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern NUMBER = Pattern.compile("(?=.*\\d)[A-Za-z0-9]{4,}");

  private Slug() {}

  /**
   * The last part of the path that is at least four pieces between hyphens, three of them words;
   * without the number of the article behind it. {@code null} where there is none.
   */
  static String words(String address) {
    var parts = address.replaceFirst("[?#].*", "").split("/");
    for (int i = parts.length - 1; i > HOST; i--) {
      var pieces =
          new ArrayList<>(List.of(parts[i].replaceFirst("\\.[a-z]{2,5}$", "").split("[-_]+")));
      while (!pieces.isEmpty() && NUMBER.matcher(pieces.get(pieces.size() - 1)).matches()) {
        pieces.remove(pieces.size() - 1);
      }
      if (pieces.size() >= FEWEST_PARTS && words(pieces) >= FEWEST_WORDS) {
        return String.join(" ", pieces).strip();
      }
    }
    return null;
  }

  private static long words(List<String> pieces) {
    return pieces.stream().filter(piece -> WORD.matcher(piece).matches()).count();
  }
}
