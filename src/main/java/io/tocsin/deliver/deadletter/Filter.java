package io.tocsin.deliver.deadletter;

import java.time.Instant;

/**
 * Which dead letters; each part is optional.
 *
 * @param reason name of a constant, such as {@code NOT_ADMITTED}; case does not matter
 * @param topic that the record came from; its last part ({@code news}) will do
 * @param since of records published at this time or later
 */
public record Filter(String reason, String topic, Instant since) {
  public static final Filter ALL = new Filter(null, null, null);

  boolean takes(Heading letter) {
    return (reason == null || reason.equalsIgnoreCase(letter.reason()))
        && (topic == null
            || topic.equals(letter.from().topic())
            || letter.from().topic().endsWith("." + topic))
        && (since == null || !letter.at().isBefore(since));
  }
}
