package io.tocsin.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every configuration key of Tocsin's own; client settings pass through under two prefixes. */
public enum Key {
  DATA("data", "~/.tocsin", "a folder", "Where the embedded Kafka and the state live"),
  PORT("port", "9092", "0..65535; 0 takes any free port", "Port of the embedded Kafka"),
  KAFKA_BOOTSTRAP_SERVERS(
      "kafka.bootstrap.servers",
      null,
      "host:port, several separated by commas",
      "The Kafka cluster to use; none starts the embedded one"),
  TOPICS_PREFIX(
      "topics.prefix",
      "tocsin",
      "1..100 letters, digits, '.', '_' or '-', at least one a letter or digit",
      "First part of every topic's name, and of the name of the processor's group"),
  TOPICS_PARTITIONS("topics.partitions", "8", "1..1000", "Partitions of a topic when created"),
  TOPICS_REPLICATION(
      "topics.replication",
      "-1",
      "-1 for the broker's default, or 1..32",
      "Replicas of a topic when created"),
  CLOCK(
      "clock",
      "wall",
      "wall or stream",
      "Whether levels fall with real time, or only as records and ticks come"),
  POLICY_FILE("policy.file", null, "a file", "The policy document; none takes the built-in one"),
  POLICY_NAME(
      "policy.name",
      "default",
      "1..100 letters, digits, '.', '_' or '-', at least one a letter or digit",
      "Which policy of the topic of policies to follow"),
  REFERENCE("reference", null, "a folder", "CSV files that replace the built-in ones by name"),
  FORMAT(
      "format",
      null,
      "avro, confluent or json",
      "How records are written; none is confluent with a registry, avro without"),
  REGISTRY_URL(
      "registry.url",
      null,
      "an http or https address without a login",
      "A Confluent-compatible schema registry"),
  REGISTRY_USER("registry.user", null, "a name, with registry.password", "Basic authentication"),
  REGISTRY_PASSWORD(
      "registry.password", null, "a password, with registry.user", "Basic authentication"),
  REGISTRY_TOKEN("registry.token", null, "a token, and no registry.user", "Bearer authentication"),
  REGISTRY_CA(
      "registry.ca",
      null,
      "a file of certificates in PEM",
      "Whom to trust for a registry over https; none is whom Java trusts"),
  GUARANTEE(
      "guarantee",
      "exactly-once",
      "exactly-once or at-least-once",
      "What holds for alerts when a process dies"),
  COMMIT_INTERVAL(
      "commit.interval",
      "1s",
      "1ms to 5m, such as 100ms, 5s or 1m",
      "How late results become visible at most; sooner while there is little to do"),
  THREADS("threads", null, "1..256", "Stream threads; none is the number of cores, at most 2"),
  STATE_STORES("state.stores", "rocksdb", "rocksdb or memory", "Where the state is kept"),
  WEBHOOKS_FILE(
      "webhooks.file", null, "a file", "Who is told of changes by webhook; none tells nobody"),
  CAP_SENDER(
      "cap.sender",
      "tocsin.invalid",
      "an address or name of your own domain, without spaces, commas, '<' and '&'",
      "Who vouches for CAP messages"),
  CAP_STATUS(
      "cap.status",
      null,
      "actual, exercise or test",
      "How CAP messages are to be taken; none is exercise with the clock of the stream, else test"),
  CAP_SCOPE("cap.scope", "restricted", "public or restricted", "Who may have CAP messages"),
  CAP_ADDRESS(
      "cap.address",
      null,
      "an http or https address",
      "Where others reach this server, for links in CAP messages; none is what a request names"),
  CAP_KEYSTORE(
      "cap.keystore",
      null,
      "a PKCS#12 file, with cap.keystore.password",
      "Its first key signs CAP messages; none leaves them unsigned"),
  CAP_KEYSTORE_PASSWORD(
      "cap.keystore.password", null, "a password, with cap.keystore", "Opens the file of the key"),
  HTTP_PORT(
      "http.port",
      null,
      "0..65535, or off; 0 takes any free port",
      "Port of the HTTP API; none is 8080 with up, another one where that is taken, and off with process"),
  HTTP_BIND(
      "http.bind",
      "127.0.0.1",
      "an address of this machine",
      "Where HTTP listens; beyond this machine only with tokens"),
  HTTP_TOKENS_FILE(
      "http.tokens.file",
      null,
      "a file",
      "Who may use the HTTP API; none is tokens.yaml in the data folder where that is there"),
  FEEDS_FILE(
      "feeds.file",
      null,
      "a file",
      "The feeds to look at; none is feeds.yaml in the working directory or the data folder"),
  STATEMENTS_ENTITLEMENT(
      "statements.entitlement",
      "open",
      "open or signed",
      "Whether whoever may write to the topic speaks for every authority, or statements must be signed"),
  STATEMENTS_INGRESS_KEY(
      "statements.ingress.key",
      null,
      "a file made by tocsin keys new",
      "The key by which this program vouches for statements that it lets in"),
  STATEMENTS_INGRESS_KEYS(
      "statements.ingress.keys",
      null,
      "kid:key[:notBefore[:notAfter]], several separated by a bar",
      "Public keys of other programs that let statements in"),
  LOG_LEVEL("log.level", "warn", "error, warn, info, debug or trace", "How much is logged");

  /** Whatever follows this prefix goes to every Kafka client as it is. */
  public static final String CLIENT_PREFIX = "kafka.";

  /** Whatever follows this prefix goes to Kafka Streams as it is. */
  public static final String STREAMS_PREFIX = "streams.";

  /** Whatever begins with this prefix goes to OpenTelemetry as it is, prefix included. */
  public static final String TELEMETRY_PREFIX = "otel.";

  private final String path;
  private final String preset;
  private final String allowed;
  private final String meaning;

  Key(String path, String preset, String allowed, String meaning) {
    this.path = path;
    this.preset = preset;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** The key as it stands in the file, with dots. */
  public String path() {
    return path;
  }

  /** The value where none is given. */
  public Optional<String> preset() {
    return Optional.ofNullable(preset);
  }

  /** What a value must be, as it completes "must be ...". */
  public String allowed() {
    return allowed;
  }

  /** What the key is for, in a line. */
  public String meaning() {
    return meaning;
  }

  /** The name of the environment variable that sets this key. */
  public String variable() {
    return "TOCSIN_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static Optional<Key> ofPath(String path) {
    return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
  }

  static boolean passesThrough(String path) {
    return isBelow(CLIENT_PREFIX, path)
        || isBelow(STREAMS_PREFIX, path)
        || isBelow(TELEMETRY_PREFIX, path);
  }

  private static boolean isBelow(String prefix, String path) {
    return path.startsWith(prefix) && path.length() > prefix.length();
  }
}
