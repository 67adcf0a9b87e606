package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.Main;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.testing.ChildJvm;
import io.tocsin.wire.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver that fails, is busy, hangs and goes away, and a Tocsin that is killed: every change
 * arrives, each subject's in order.
 */
class WebhooksIT {
  private static final String OLD = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEW = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUY=";
  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("isil", "GB-BIR"),
          new Subject("isil", "GB"),
          new Subject("*", "GB"),
          new Subject("isil", "FR"),
          new Subject("_", "FR"),
          new Subject("al-qaeda", "BE"));

  @TempDir Path folder;

  private final Map<Subject, AlertLevelChange> latest = new HashMap<>();
  private EmbeddedBroker broker;
  private LiveRun live;
  private WebhookCommands commands;
  private Receiver receiver;
  private KafkaProducer<byte[], byte[]> producer;
  private ChildJvm tocsin;
  private int told;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    receiver = new Receiver(NEW);
    var file = folder.resolve("webhooks.yaml");
    Files.writeString(
        file,
        """
        webhooks:
          - id: desk
            url: %s
            secrets: [%s, %s]
            private: true
            timeout: 1s
            collect: 100ms
            retry: [%s]
          - id: gone
            url: %s
            regions: [GB]
            private: true
            collect: 0s
        """
            .formatted(
                receiver.url("/desk"),
                OLD,
                NEW,
                "250ms, ".repeat(50).replaceFirst(", $", ""),
                receiver.url("/gone")));
    live =
        new LiveRun(broker.bootstrapServers(), folder, "hooked", "webhooks.file", file.toString());
    commands = new WebhookCommands(live.options, InstantSource.system());
    producer =
        new KafkaProducer<>(
            Wiring.client(live.options, broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    tocsin = tocsin();
    assertThat(commands.list()).allMatch(WebhookDesk.State::isStarted);
  }

  @AfterEach
  void stop() {
    tocsin.close();
    producer.close();
    receiver.close();
    broker.close();
  }

  @Test
  void shouldTellEveryChangeInOrder_whateverTheReceiverDoes_andAcrossAKill() {
    tell(12);
    eventually(() -> arrived() == told);
    for (var mood : List.of(Receiver.Mood.FAILS, Receiver.Mood.IS_BUSY, Receiver.Mood.HANGS)) {
      receiver.mood(mood);
      tell(12);
      eventually(() -> receiver.refused() >= 2);
      receiver.mood(Receiver.Mood.TAKES);
    }
    receiver.stop();
    tell(12);
    eventually(() -> commands.list().get(0).pending() >= 12);
    receiver.start();
    eventually(() -> arrived() == told);

    tell(120);
    eventually(() -> arrived() >= told - 110);
    tocsin.kill();
    silence("pira");
    tell(30);
    send(new Subject("pira", "IE"), Level.SEVERE);
    tocsin.close();
    tocsin = tocsin();
    eventually(() -> arrived() == told);
    eventually(() -> commands.list().stream().allMatch(state -> state.pending() == 0));

    assertThat(receiver.faults()).isEmpty();
    assertThat(firstArrivals().values())
        .allSatisfy(s -> assertThat(s).isSorted().doesNotHaveDuplicates().startsWith(1L));
    assertThat(receiver.changes().size() - told).as("repeated by the kill").isBetween(0, 50);
    assertThatTheBooksBalance();
    assertThat(tocsin.terminate()).isZero();
  }

  private void assertThatTheBooksBalance() {
    var states = commands.list();
    var desk = states.get(0);
    assertThat(desk.raised()).isEqualTo(told + 1);
    assertThat(desk.delivered()).isEqualTo(told);
    assertThat(desk.muted()).isEqualTo(1);
    assertThat(desk.abandoned()).isZero();
    var gone = states.get(1);
    assertThat(gone.abandoned()).isEqualTo(gone.raised()).isEqualTo(told / 2);
    var lines = new ArrayList<WebhookDesk.Line>();
    commands.log("desk", null, lines::add);
    assertThat(lines)
        .filteredOn(line -> line.fate().equals("silenced"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.change().entity()).isEqualTo("pira");
              assertThat(line.detail()).isEqualTo("control quiet by amy");
            });
  }

  /** One more change of each subject in turn. */
  private void tell(int changes) {
    for (int i = 0; i < changes; i++) {
      var subject = SUBJECTS.get(i % SUBJECTS.size());
      var before = latest.get(subject);
      send(subject, Level.of(before == null ? 1 : (before.level().ordinal() + 1) % 5));
      told++;
    }
    producer.flush();
  }

  private void send(Subject subject, Level to) {
    var before = latest.get(subject);
    var change =
        Changes.change(
            subject.entity(),
            subject.region(),
            before == null ? 1 : (int) before.sequence() + 1,
            before == null ? Level.LOW : before.level(),
            to,
            Changes.NOON.plusSeconds(told / 2));
    latest.put(subject, change);
    send(Wiring.topics(live.options).alerts(), subject, change);
  }

  private void silence(String entity) {
    var now = Instant.now();
    var control =
        new Control(
            "quiet", Control.Type.SILENCE, entity, null, null, null, now, "amy", "an exercise");
    send(Wiring.topics(live.options).controls(), null, control);
  }

  private <K, V> void send(Topic<K, V> topic, K key, V value) {
    producer.send(
        new ProducerRecord<>(
            topic.name(),
            key == null ? null : topic.keys().serializer().serialize(topic.name(), key),
            topic.values().serializer().serialize(topic.name(), value)));
  }

  private int arrived() {
    var ids = new HashSet<String>();
    receiver.changes().forEach(change -> ids.add(change.get("id").asText()));
    return ids.size();
  }

  /** The numbers of each subject's changes as they came, without what came again. */
  private Map<String, List<Long>> firstArrivals() {
    var ids = new HashSet<String>();
    var numbers = new HashMap<String, List<Long>>();
    for (JsonNode change : receiver.changes()) {
      if (ids.add(change.get("id").asText())) {
        var subject = change.get("entity").asText() + "|" + change.get("region").asText();
        numbers
            .computeIfAbsent(subject, s -> new ArrayList<>())
            .add(change.get("sequence").asLong());
      }
    }
    return numbers;
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200)).until(condition);
  }

  private ChildJvm tocsin() {
    var child =
        ChildJvm.of(Main.class)
            .args(
                "process",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--data",
                folder.resolve("child"),
                "--set",
                "topics.prefix=hooked",
                "--set",
                "topics.partitions=2",
                "--set",
                "threads=1",
                "--set",
                "webhooks.file=" + folder.resolve("webhooks.yaml"))
            .start();
    child.awaitErrorLine(line -> line.equals("ready"));
    return child;
  }
}
