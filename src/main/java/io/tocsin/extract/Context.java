package io.tocsin.extract;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a text beside its words; each part is optional.
 *
 * @param source id of the publisher
 * @param country where it is published: a region id
 * @param published when
 * @param language a hint, BCP 47
 * @param entities whom it is about by its publisher's word; empty where that does not say
 * @param regions where it is about likewise: for what happens at no place that the text names
 */
public record Context(
    String source,
    String country,
    Instant published,
    String language,
    List<String> entities,
    List<String> regions) {
  public static final Context NONE = new Context(null, null, null, null);

  public Context {
    entities = List.copyOf(entities);
    regions = List.copyOf(regions);
  }

  /** Of a text of which nobody has said whom or where it is about. */
  public Context(String source, String country, Instant published, String language) {
    this(source, country, published, language, List.of(), List.of());
  }
}
