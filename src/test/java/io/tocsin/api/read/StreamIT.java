package io.tocsin.api.read;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.api.ServerUnderTest;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.KafkaTopics;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.deliver.live.Limits;
import io.tocsin.deliver.live.LiveFeed;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes as they come out of a real Kafka, with transactions, some of them aborted. */
class StreamIT {
  private static final int PARTITIONS = 8;

  /** So few that a client that comes again is told out of Kafka as often as out of the ring. */
  private static final Limits SMALL =
      new Limits(50, 64 * 1024, 4_000, Duration.ofSeconds(1), Duration.ofSeconds(10));

  @TempDir Path folder;
  private final Topics topics = new Topics("tocsin", Codecs.of(Format.AVRO));
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(5);
  private final List<String> told = new ArrayList<>();
  private EmbeddedBroker broker;
  private KafkaProducer<byte[], byte[]> producer;
  private int count;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder, 0);
    try (var admin = Admin.create(client())) {
      new TopicSetup(admin, Duration.ofSeconds(30))
          .ensure(
              topics.specs(PARTITIONS).stream()
                  .map(
                      spec ->
                          new TopicPlan(spec.name(), spec.partitions(), (short) 1, spec.config()))
                  .toList());
    }
    var settings = new HashMap<>(client());
    settings.put("transactional.id", "teller");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  @Test
  void shouldHearEachCommittedChangeOnce_whateverIsCutOffAndRestarted() {
    tell(60);
    told.clear();
    var heard = new ArrayList<String>();
    var server = new Server();
    var source = server.listen(null);
    await().until(sourceStands(source));
    for (int round = 0; round < 8; round++) {
      tell(random.nextInt(60));
      if (random.nextBoolean()) {
        var now = source;
        await().until(() -> !now.events.isEmpty());
      }
      source.close();
      if (round % 3 == 2) {
        server.close();
        tell(random.nextInt(60));
        server = new Server();
      }
      heard.addAll(ids(source));
      source = server.listen(source.lastId);
    }
    tell(10);
    var last = source;
    await().untilAsserted(() -> assertThat(ids(last).size() + heard.size()).isEqualTo(told.size()));
    heard.addAll(ids(last));
    source.close();
    server.close();

    assertThat(heard).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void shouldBeReadyAfterTheHistory_andShowTheLatestStates() {
    tell(200);
    try (var server = new Server()) {
      assertThat(server.board.levels().size()).isEqualTo(20);
      assertThat(server.board.history().all()).hasSize(200);
      assertThat(server.board.history().heldSince()).isEmpty();
      var states = new ArrayList<Long>();
      server.board.levels().forEach(s -> states.add(server.board.whole(s).sequence()));
      assertThat(states).allMatch(sequence -> sequence > 180);
    }
  }

  @Test
  void shouldLeaveOutWhatWasEmittedLongAgo_andSaySo() {
    tell(10);
    var since = Instant.now().plusSeconds(1);
    await().until(() -> Instant.now().isAfter(since));
    tell(20);

    try (var server = new Server(since)) {
      assertThat(server.board.history().all()).hasSize(20);
      assertThat(server.board.history().heldSince())
          .hasValueSatisfying(
              held -> assertThat(held).isBetween(since.minusMillis(1), since.plusMillis(1)));
      assertThat(server.board.levels().size()).isEqualTo(20);
    }
  }

  private static Callable<Boolean> sourceStands(EventSource source) {
    return () -> source.lastId != null;
  }

  private static List<String> ids(EventSource source) {
    return source.events.stream()
        .peek(event -> assertThat(event.type()).isNotEqualTo("reset"))
        .filter(event -> event.type().equals("change"))
        .map(event -> event.data().replaceAll(".*?\"id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  /** So many changes in transactions of a few; between them some that are aborted. */
  private void tell(int changes) {
    for (int left = changes; left > 0; ) {
      if (random.nextInt(3) == 0) {
        producer.beginTransaction();
        send(next());
        producer.flush();
        producer.abortTransaction();
        count--;
      }
      producer.beginTransaction();
      for (int i = 0; i < 7 && left > 0; i++, left--) {
        var change = next();
        send(change);
        told.add(change.id());
      }
      producer.commitTransaction();
    }
  }

  private AlertLevelChange next() {
    count++;
    return change("isil", "R" + count % 20, count, Level.LOW, Level.SEVERE, NOON);
  }

  private void send(AlertLevelChange change) {
    for (var topic : List.of(topics.levels(), topics.alerts())) {
      producer.send(
          new ProducerRecord<>(
              topic.name(), key(topic, change), topic.values().serializer().serialize("", change)));
    }
  }

  private static byte[] key(Topic<Subject, ?> topic, AlertLevelChange change) {
    return topic.keys().serializer().serialize("", change.subject());
  }

  /** What one process has of it. */
  private final class Server implements AutoCloseable {
    final Board board;
    private final LiveFeed live;
    private final ServerUnderTest http;
    private final BoardRun run;

    Server() {
      this(Instant.EPOCH);
    }

    Server(Instant since) {
      var source = new KafkaTopics(client(), topics);
      board = new Board(topics, new Bounds(Duration.ofDays(1), 10_000, 1 << 24), s -> s);
      live = LiveFeed.start(board, source, new LiveWriting(board, Readable.LOOKUP), SMALL);
      var terms = new Terms(Readable.LOOKUP, new Nameplates(Readable.REFERENCE));
      http = ServerUnderTest.with(new StreamRoutes(live, terms));
      run = BoardRun.start(board, () -> source.both(since), live);
      await().until(board::isReady);
    }

    EventSource listen(String lastId) {
      return EventSource.open(
          client, "http://127.0.0.1:" + http.port() + StreamRoutes.STREAM, lastId);
    }

    @Override
    public void close() {
      run.close();
      live.close();
      http.close();
    }
  }
}
