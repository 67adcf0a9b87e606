package io.tocsin.topology;

import io.tocsin.extract.Claims;
import io.tocsin.extract.Context;
import io.tocsin.extract.Extractor;
import io.tocsin.extract.Told;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Source;
import java.util.function.LongConsumer;

/**
 * Knows what a news event says: by the word of its publisher where that is whole, else by its text.
 * One for each process, shared by threads. All names and cues are learnt at the first text, since
 * that takes seconds and structured news never needs them.
 */
public final class NewsReader {
  private final Reference reference;
  private final LongConsumer took;
  private volatile Extractor extractor;

  public NewsReader(Reference reference) {
    this(reference, nanos -> {});
  }

  /**
   * @param took hears how long each text took, in ns
   */
  NewsReader(Reference reference, LongConsumer took) {
    this.reference = reference;
    this.took = took;
  }

  /** What an event claims, on whose word, and what that is worth. */
  public Told read(NewsEvent event) {
    return event.isRetracted() || Claims.areGiven(event)
        ? Told.byPublisher(event)
        : readText(event);
  }

  private Told readText(NewsEvent event) {
    var extractor = extractor();
    long began = System.nanoTime();
    var told = extractor.read(event, context(event));
    took.accept(System.nanoTime() - began);
    return told;
  }

  private Context context(NewsEvent event) {
    return new Context(
        event.source(),
        reference.sources().find(event.source()).map(Source::country).orElse(null),
        event.publishedAt(),
        event.language(),
        event.entities(),
        event.regions());
  }

  private Extractor extractor() {
    var known = extractor;
    return known == null ? learnt() : known;
  }

  private synchronized Extractor learnt() {
    if (extractor == null) {
      extractor = new Extractor(reference, new Toponyms(reference));
    }
    return extractor;
  }
}
