package io.tocsin.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.deliver.notice.Grouping;
import io.tocsin.deliver.notice.Match;
import io.tocsin.deliver.notice.RetryLadder;
import io.tocsin.deliver.notice.Terms;
import io.tocsin.deliver.webhook.template.Template;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processors that share an endpoint: each subject is told, and reminded of, by one of them. */
class SharedEndpointIT {
  private static final Topics TOPICS = new Topics("tocsin", Codecs.of(Format.AVRO));
  private static final int SUBJECTS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final Map<Subject, Integer> sequences = new HashMap<>();

  /** A processor's webhooks, and what they sent. */
  private record Member(Webhooks webhooks, ConcurrentLinkedQueue<String> sent) {
    long raised() {
      return webhooks.balances().get("desk").raised();
    }

    long reminders() {
      return sent.stream().filter(body -> body.contains("standing")).count();
    }

    /** The entities of messages of a type. */
    Set<String> entities(String type) {
      var entities = new HashSet<String>();
      sent.stream()
          .filter(body -> body.contains(type))
          .forEach(body -> entities.add(body.replaceAll(".*\"entity\":\"([^\"]+)\".*", "$1")));
      return entities;
    }
  }

  private static Endpoint endpoint() {
    var terms =
        new Terms(
            Match.ALL,
            Grouping.NONE,
            Duration.ZERO,
            Duration.ofSeconds(1),
            null,
            RetryLadder.STANDARD);
    return new Endpoint(
        "desk",
        URI.create("https://example.org"),
        List.of(),
        Template.STANDARD,
        null,
        terms,
        false,
        Endpoint.DEFAULT_TIMEOUT);
  }

  private static Member member(Map<String, Object> client) {
    var sent = new ConcurrentLinkedQueue<String>();
    Post post =
        (url, anywhere, within, headers, body) -> {
          sent.add(new String(body, StandardCharsets.UTF_8));
          return new Post.Answer(204, null, "");
        };
    var webhooks =
        Webhooks.start(
            List.of(endpoint()),
            endpoint -> new Courier(endpoint, id -> id, null, post),
            new Surroundings(client, TOPICS, Changes::lineage, InstantSource.system()));
    return new Member(webhooks, sent);
  }

  @Test
  void shouldTellEachSubjectByOneOfThem_andGoOnByTheOther_whenOneEnds() {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      create(client);
      var first = member(client);
      await().atMost(PATIENCE).until(() -> tell(client) && first.raised() > 0);
      await().atMost(PATIENCE).until(() -> first.entities("standing").size() == SUBJECTS);
      var second = member(client);
      await().atMost(PATIENCE).until(() -> tell(client) && second.raised() > 0);
      first.sent().clear();
      second.sent().clear();
      await()
          .atMost(PATIENCE)
          .until(() -> first.reminders() >= 2 * SUBJECTS && second.reminders() >= SUBJECTS);

      assertThat(first.entities("standing"))
          .doesNotContainAnyElementsOf(second.entities("standing"));
      second.webhooks().close();
      tell(client);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(latest(first)).containsAll(sequences.values()));
      first.webhooks().close();
      assertThat(first.webhooks().balances().get("desk").isEven()).isTrue();
    }
  }

  private static List<Integer> latest(Member member) {
    var numbers = new ArrayList<Integer>();
    member.sent().stream()
        .filter(body -> body.contains("changed"))
        .forEach(
            body -> numbers.add(Integer.valueOf(body.replaceAll(".*\"sequence\":(\\d+).*", "$1"))));
    return numbers;
  }

  private static void create(Map<String, Object> client) {
    try (var admin = Admin.create(client)) {
      new TopicSetup(admin, Duration.ofSeconds(30))
          .ensure(
              TOPICS.specs(4).stream()
                  .map(s -> new TopicPlan(s.name(), s.partitions(), (short) 1, s.config()))
                  .toList());
    }
  }

  /** One more change of every subject; all of them stand. */
  private boolean tell(Map<String, Object> client) {
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < SUBJECTS; i++) {
        var subject = new Subject("e" + i, "GB");
        int sequence = sequences.merge(subject, 1, Integer::sum);
        var to = sequence % 2 == 1 ? Level.SEVERE : Level.CRITICAL;
        var from = sequence == 1 ? Level.LOW : sequence % 2 == 1 ? Level.CRITICAL : Level.SEVERE;
        var change =
            Changes.change("e" + i, "GB", sequence, from, to, Changes.NOON.plusSeconds(sequence));
        var topic = TOPICS.alerts();
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), subject),
                topic.values().serializer().serialize(topic.name(), change)));
      }
    }
    return true;
  }
}
