package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicSetup;
import io.tocsin.client.TopicReader;
import io.tocsin.topology.RocksMemory;
import io.tocsin.trace.Untold;
import io.tocsin.vitals.Books;
import io.tocsin.vitals.CurrentTrace;
import io.tocsin.vitals.Latency;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever anybody writes to the topics, it is assessed or it is a dead letter with a reason. */
class ConsoleProducerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Books books =
      new Books(meters, new Latency(meters, new CurrentTrace()), InstantSource.system());
  private EmbeddedBroker broker;

  @BeforeEach
  void start(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldKeepEveryBadRecordWithItsReason_andAssessTheGoodOnes(@TempDir Path folder) {
    var options = options(folder, Map.of());
    create(options);
    var bad = bad();

    try (var memory = RocksMemory.ofThisProcess();
        var runtime =
            StreamsRuntime.start(settings(options), books, new Untold(), memory, () -> {});
        var producer = producer()) {
      send(producer, "tocsin.news", good("first"));
      bad.forEach((reason, record) -> send(producer, record.topic(), record.value()));
      send(producer, "tocsin.news", good("last"));

      await()
          .atMost(PATIENCE)
          .until(() -> letters(options).size() >= bad.size() && alerts(options) >= 2);
      await().atMost(PATIENCE).until(() -> books.balance().read() >= bad.size() + 2);
      runtime.check();
    }
    assertThat(letters(options))
        .hasSize(bad.size())
        .allSatisfy(
            letter ->
                assertThat(bad.values())
                    .anySatisfy(
                        sent -> {
                          assertThat(letter.value()).isEqualTo(sent.value());
                          assertThat(said(letter).topic()).isEqualTo(sent.topic());
                        }));
    assertThat(letters(options).stream().map(letter -> said(letter).reason()))
        .containsExactlyInAnyOrderElementsOf(
            bad.keySet().stream().map(name -> name.split(" ")[0]).toList());
    var balance = books.balance();
    assertThat(balance.accounted()).isEqualTo(balance.read());
  }

  @Test
  void shouldAskTheRegistryOnce_whenItKnowsNoSuchSchema(@TempDir Path folder) throws Exception {
    var registry = registry(() -> 404);
    var options = options(folder, Map.of(Key.REGISTRY_URL, url(registry), Key.FORMAT, "json"));
    create(options);

    try (var memory = RocksMemory.ofThisProcess();
        var runtime =
            StreamsRuntime.start(settings(options), books, new Untold(), memory, () -> {});
        var producer = producer()) {
      send(producer, "tocsin.news", confluent());
      send(producer, "tocsin.news", good("after"));

      await().atMost(PATIENCE).until(() -> !letters(options).isEmpty() && alerts(options) > 0);
      runtime.check();
    } finally {
      registry.stop(0);
    }
    assertThat(letters(options))
        .singleElement()
        .satisfies(letter -> assertThat(said(letter).reason()).isEqualTo("UNKNOWN_SCHEMA"));
  }

  @Test
  void shouldCountEachRecordOnce_whenItsTransactionIsAbortedAndItIsReadAgain(@TempDir Path folder)
      throws Exception {
    var asked = new AtomicInteger();
    var registry = registry(() -> asked.incrementAndGet() <= 8 ? 503 : 404);
    var options = options(folder, Map.of(Key.REGISTRY_URL, url(registry), Key.FORMAT, "json"));
    create(options);
    int reports = 200;

    try (var memory = RocksMemory.ofThisProcess();
        var runtime =
            StreamsRuntime.start(settings(options), books, new Untold(), memory, () -> {});
        var producer = producer()) {
      for (int i = 0; i < reports; i++) {
        send(producer, "tocsin.news", good("report-" + i));
      }
      send(producer, "tocsin.news", confluent());

      // what ends the thread is meant to
      var patient = await().dontCatchUncaughtExceptions().atMost(PATIENCE);
      patient.until(() -> !letters(options).isEmpty());
      patient.until(() -> books.balance().accounted() >= reports + 1);
      runtime.check();
    } finally {
      registry.stop(0);
    }
    assertThat(asked).hasValueGreaterThan(8);
    assertThat(books.balance().read()).isEqualTo(reports + 1);
    assertThat(books.balance().accounted()).isEqualTo(reports + 1);
  }

  private static HttpServer registry(IntSupplier status) throws IOException {
    var registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.getAsInt(), -1);
          exchange.close();
        });
    registry.start();
    return registry;
  }

  private static String url(HttpServer registry) {
    return "http://127.0.0.1:" + registry.getAddress().getPort();
  }

  private record Sent(String topic, byte[] value) {}

  /** By the reason that each is refused for, and what it is. */
  private static Map<String, Sent> bad() {
    var news = Codecs.of(Format.AVRO).news();
    byte[] avro = news.encode(Codecs.of(Format.JSON).news().decode(good("avro")));
    var bad = new LinkedHashMap<String, Sent>();
    bad.put("UNKNOWN_FORMAT garbage", new Sent("tocsin.news", text("no record at all")));
    bad.put("BAD_JSON cut", new Sent("tocsin.news", text("{\"id\":\"cut\"")));
    bad.put("TRUNCATED avro", new Sent("tocsin.news", Arrays.copyOf(avro, avro.length - 5)));
    bad.put("NO_REGISTRY confluent", new Sent("tocsin.news", confluent()));
    bad.put(
        "INVALID headline", new Sent("tocsin.news", record("long", "x".repeat(2_000_000), "_")));
    bad.put("EMPTY null", new Sent("tocsin.news", null));
    bad.put(
        "NOT_ADMITTED entity", new Sent("tocsin.news", record("who", "A report", "nobody-known")));
    bad.put(
        "INVALID statement",
        new Sent(
            "tocsin.statements",
            text("{\"id\":\"s\",\"issuedAt\":\"2030-01-01T00:00:00Z\",\"action\":\"COMMENT\"}")));
    return bad;
  }

  private static byte[] good(String id) {
    return record(id, "Attack in " + id, "isil");
  }

  private static byte[] record(String id, String headline, String entity) {
    return text(
        """
        {"id":"%s","source":"%s","publishedAt":"2030-01-01T00:00:00Z","headline":"%s",\
        "entities":["%s"],"regions":["%s"],"category":"ATTACK","credibility":1}"""
            .formatted(id, "reuters", headline, entity, id.equals("last") ? "FR" : "GB"));
  }

  private static byte[] confluent() {
    return new byte[] {0, 0, 0, 0, 7, 1, 2, 3};
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, String topic, byte[] value) {
    producer.send(new ProducerRecord<>(topic, text("k"), value));
  }

  private List<ConsumerRecord<byte[], byte[]>> letters(Options options) {
    return records(Wiring.topics(options).deadLetters());
  }

  private long alerts(Options options) {
    var topic = Wiring.topics(options).alerts();
    return records(topic).stream()
        .map(record -> LevelsRead.value(topic, record))
        .filter(change -> !change.subject().isOverall())
        .count();
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Topic<?, ?> topic) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    new TopicReader(client()).forEach(topic, records::add);
    return records;
  }

  private static DeadLetter said(ConsumerRecord<byte[], byte[]> letter) {
    return DeadLetter.of(letter.headers()).orElseThrow();
  }

  private void create(Options options) {
    try (var admin = Admin.create(client())) {
      new TopicSetup(admin, PATIENCE).ensure(Wiring.plans(options));
    }
  }

  private StreamsSettings settings(Options options) {
    return new StreamsSettings(options, broker.bootstrapServers(), Optional.empty());
  }

  private Options options(Path folder, Map<Key, String> more) {
    var flags = new HashMap<Key, String>(more);
    flags.put(Key.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers());
    flags.put(Key.DATA, folder.toString());
    flags.put(Key.CLOCK, "stream");
    flags.put(Key.STATE_STORES, "memory");
    flags.put(Key.TOPICS_PARTITIONS, "2");
    return OptionsReader.read(new Given(flags, Map.of(), Map.of(), null, folder, folder, 2));
  }

  private Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    var settings = client();
    settings.put("max.request.size", 5_000_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
