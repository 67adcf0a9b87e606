package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Terms;
import io.tocsin.deliver.webhook.template.Template;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who is told of changes.
 *
 * @param id a slug
 * @param secrets of Standard Webhooks, {@code whsec_...}; each signs, so that a receiver may change
 *     from one to the next; none where the receiver knows no signatures
 * @param key optional: PagerDuty's routing key
 * @param anywhere whether its host may have an address inside a network
 * @param timeout from the first connection to the last byte of an answer
 */
public record Endpoint(
    String id,
    URI url,
    List<String> secrets,
    Template template,
    String key,
    Terms terms,
    boolean anywhere,
    Duration timeout) {
  /** Standard Webhooks: 15 to 30 s. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

  public Endpoint {
    Objects.requireNonNull(id);
    Objects.requireNonNull(url);
    Objects.requireNonNull(template);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(timeout);
    secrets = List.copyOf(secrets);
  }

  /** Without what is secret: the path of many receivers' addresses is. */
  @Override
  public String toString() {
    return "%s (%s at %s)".formatted(id, template, url.getHost());
  }
}
