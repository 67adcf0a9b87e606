package io.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Policy;
import io.tocsin.client.TopicReader;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Brings the policy that is configured and the topic of policies together. */
final class PolicyFeed {
  private final Options options;
  private final String bootstrap;

  PolicyFeed(Options options, String bootstrap) {
    this.options = options;
    this.bootstrap = bootstrap;
  }

  /**
   * Publishes the policy of the file where the topic holds another one of its name, so that running
   * processors follow it too; says which policy is followed where that is not the built-in one.
   *
   * @throws Failure where the file's policy is not the one that is followed
   */
  void bring(Watch watch) {
    var held = held();
    if (options.policy().file() == null) {
      if (held != null) {
        watch.say("following %s of the topic of policies".formatted(title(held)));
      }
      return;
    }
    var wanted = Wiring.policy(options);
    if (!wanted.name().equals(options.policy().name())) {
      throw new Failure(
          "%s holds the policy '%s', and policy.name says '%s'"
              .formatted(options.policy().file(), wanted.name(), options.policy().name()),
          "Follow it with --set policy.name=" + wanted.name() + ", or rename it.");
    }
    if (!wanted.equals(held)) {
      publish(wanted);
      watch.say("published %s from %s".formatted(title(wanted), options.policy().file()));
    }
  }

  /** The policy that is followed now, as JSON. */
  String followed() {
    var held = held();
    return new String(PolicyDocument.json(held == null ? Wiring.policy(options) : held), UTF_8);
  }

  private static String title(Policy policy) {
    return "policy '%s' version %s".formatted(policy.name(), policy.version());
  }

  /** What the topic holds under the name that is followed, or {@code null}. */
  private Policy held() {
    var topic = Wiring.topics(options).policies();
    var found = new ArrayList<byte[]>();
    new TopicReader(Wiring.client(options, bootstrap))
        .forEach(
            topic,
            record -> {
              if (record.key() != null
                  && options.policy().name().equals(new String(record.key(), UTF_8))) {
                found.add(record.value());
              }
            });
    var latest = found.isEmpty() ? null : found.get(found.size() - 1);
    try {
      return latest == null
          ? null
          : topic.values().deserializer().deserialize(topic.name(), latest);
    } catch (Unreadable e) {
      // the processor has put it into the dead letters
      return null;
    }
  }

  private void publish(Policy policy) {
    var topic = Wiring.topics(options).policies();
    var settings = new HashMap<>(Wiring.client(options, bootstrap));
    settings.put("acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic.name(),
                  topic.keys().serializer().serialize(topic.name(), policy.name()),
                  topic.values().serializer().serialize(topic.name(), policy)))
          .get();
    } catch (ExecutionException | KafkaException e) {
      throw new Failure(
          "the policy could not be published: " + Troubles.root(e).getMessage(),
          "See what is wrong with: tocsin doctor",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Stopped while publishing the policy", "", e);
    }
  }
}
