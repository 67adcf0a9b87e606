package io.tocsin.topology;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Policy;
import io.tocsin.model.Incoming;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.Codec;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.packed.Raw;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which codec reads which of the topics that publishers write to. For one thread. */
final class Decoding {
  private final Map<String, Codec<? extends Incoming>> byTopic = new HashMap<>();
  private final String news;
  private final String policies;
  private final NewsIntake newsIntake;
  private final Entitlement entitlement;

  Decoding(Settings settings) {
    var topics = settings.topics();
    var codecs = settings.codecs();
    byTopic.put(topics.news().name(), codecs.news());
    byTopic.put(topics.statements().name(), codecs.statements());
    byTopic.put(topics.controls().name(), codecs.controls());
    news = topics.news().name();
    newsIntake = new NewsIntake(settings.reference(), codecs);
    entitlement = settings.entitlement();
    policies = topics.policies().name();
  }

  boolean isPolicy(String topic) {
    return topic.equals(policies);
  }

  /**
   * The evidence in a record as it was published, by the short way where it is open. Throws what
   * the codec and the intake throw.
   *
   * @throws NotEntitled where a statement is not to count as its authority's
   */
  Evidence evidence(Raw raw, Intake intake) {
    var report = raw.topic().equals(news) ? newsIntake.read(raw.value()) : null;
    return report != null ? report : intake.read(entitled(record(raw.topic(), raw.value()), raw));
  }

  private Incoming entitled(Incoming record, Raw raw) {
    if (record instanceof OfficialStatement statement) {
      var at = Instant.ofEpochMilli(raw.timestamp());
      entitlement
          .refusal(statement, raw.value(), raw.headers(), at)
          .ifPresent(
              why -> {
                throw new NotEntitled(why);
              });
    }
    return record;
  }

  private Incoming record(String topic, byte[] value) {
    return byTopic.get(topic).decode(value == null ? new byte[0] : value);
  }

  /** The policy in a document; {@code null} for a name that was deleted. */
  Policy policy(byte[] value) {
    return value == null ? null : PolicyDocument.read(value);
  }
}
