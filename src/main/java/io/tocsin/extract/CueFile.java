package io.tocsin.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A file of phrases under headers in brackets, one or several ({@code |}) a line; {@code {a,b,}}
 * stands for each of what it holds, and {@code #} begins a comment.
 */
final class CueFile {
  private CueFile() {}

  /** Hands on each phrase of a shipped file with the header that it stands under. */
  static void read(String resource, BiConsumer<String, String> taker) {
    var stream = CueFile.class.getResourceAsStream("/extract/" + resource);
    Objects.requireNonNull(stream, () -> "not in the jar: extract/" + resource);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String header = null;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var text = line.strip();
        if (text.startsWith("[")) {
          header = text.substring(1, text.length() - 1);
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          phrases(text, header, taker);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read extract/" + resource, e);
    }
  }

  private static void phrases(String line, String header, BiConsumer<String, String> taker) {
    for (var phrase : line.split("\\|")) {
      expand(phrase.strip()).forEach(one -> taker.accept(header, one));
    }
  }

  /** All that a phrase with braces stands for. */
  static List<String> expand(String phrase) {
    int open = phrase.indexOf('{');
    if (open < 0) {
      return List.of(phrase);
    }
    int close = phrase.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("a brace is left open: " + phrase);
    }
    var all = new ArrayList<String>();
    var rest = expand(phrase.substring(close + 1));
    for (var choice : phrase.substring(open + 1, close).split(",", -1)) {
      rest.forEach(r -> all.add(phrase.substring(0, open) + choice + r));
    }
    return all;
  }
}
