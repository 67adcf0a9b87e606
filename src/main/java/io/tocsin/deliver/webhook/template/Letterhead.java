package io.tocsin.deliver.webhook.template;

import io.tocsin.model.Level;
import java.util.function.UnaryOperator;

/**
 * What a body needs beside the message.
 *
 * @param endpoint its id
 * @param key optional: PagerDuty's routing key
 * @param least what is below it no longer stands for this endpoint
 * @param names ids of entities and regions to names
 * @param console optional: where people look a subject up, without a slash at its end
 */
public record Letterhead(
    String endpoint, String key, Level least, UnaryOperator<String> names, String console) {

  /** Whether a level is still one that the endpoint is alarmed by. */
  boolean stands(Level level) {
    return level.compareTo(Level.max(least, Level.MODERATE)) >= 0;
  }
}
