package io.tocsin.extract;

import java.util.List;

/** An entity or a region of a text, and where the text names it. */
public record Marked(String id, List<Span> spans) {
  public Marked {
    spans = List.copyOf(spans);
  }
}
