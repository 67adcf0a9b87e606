package io.tocsin.extract;

import java.time.Instant;

/**
 * What is known of a text beside its words; each part is optional.
 *
 * @param source id of the publisher
 * @param country where it is published: a region id
 * @param published when
 * @param language a hint, BCP 47
 */
public record Context(String source, String country, Instant published, String language) {
  public static final Context NONE = new Context(null, null, null, null);
}
