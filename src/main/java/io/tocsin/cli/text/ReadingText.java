package io.tocsin.cli.text;

import io.tocsin.app.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A report with its claims marked by number, and the claims below. */
public final class ReadingText {
  private final Words words;

  public ReadingText(Words words) {
    this.words = words;
  }

  /** The text, a line for each of its lines, then a table of the claims. */
  public List<String> lines(Results.Read read, Terminal terminal) {
    var lines = new ArrayList<String>();
    for (var line : marked(read).split("\n")) {
      lines.add(Cells.clean(line));
    }
    lines.add("");
    if (read.claims().isEmpty()) {
      lines.add("no claims");
      return lines;
    }
    var table =
        new Table(
            Table.right("CLAIM"),
            Table.left("CATEGORY"),
            Table.yielding("ENTITY"),
            Table.yielding("REGION"),
            Table.right("CREDIBILITY"),
            Table.right("SALIENCE"),
            Table.left("FROM"));
    int number = 0;
    for (var claim : read.claims()) {
      table.row(
          Integer.toString(++number),
          claim.category().name(),
          words.entity(claim.entity()),
          words.name(claim.region()),
          Integer.toString(claim.credibility().grade()),
          Double.toString(claim.salience()),
          claim.origin() == null ? "" : claim.origin());
    }
    lines.addAll(table.lines(terminal));
    return lines;
  }

  /** {@code [phone calls]1,3}: brackets around what claims were read from, and their numbers. */
  private static String marked(Results.Read read) {
    var numbers = new TreeMap<Integer, TreeSet<Integer>>();
    var ends = new TreeMap<Integer, Integer>();
    for (int i = 0; i < read.claims().size(); i++) {
      for (var span : read.claims().get(i).spans()) {
        ends.merge(span.from(), span.to(), Math::max);
        numbers.computeIfAbsent(span.from(), from -> new TreeSet<>()).add(i + 1);
      }
    }
    var marked = new StringBuilder();
    int at = 0;
    for (var span : ends.entrySet()) {
      if (span.getKey() < at) {
        continue;
      }
      var claims = numbers.get(span.getKey()).stream().map(String::valueOf).toList();
      marked.append(read.text(), at, span.getKey()).append('[');
      marked.append(read.text(), span.getKey(), span.getValue()).append(']');
      marked.append(String.join(",", claims));
      at = span.getValue();
    }
    return marked.append(read.text().substring(at)).toString();
  }
}
