package io.tocsin.app;

import io.tocsin.deliver.cap.Profile;
import io.tocsin.reference.VerificationKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the program is told, parsed once. Past this record no configuration key exists as text.
 *
 * @param data folder of the embedded Kafka and of the state, absolute
 * @param port of the embedded Kafka, 0 for any
 * @param reference optional: a folder that replaces reference files by name
 * @param webhooks optional: the file of those who are told by webhook
 * @param telemetry settings for OpenTelemetry, with its own names: {@code otel.service.name}
 */
public record Options(
    Path data,
    int port,
    Kafka kafka,
    Topics topics,
    PolicyChoice policy,
    Path reference,
    Wire wire,
    Processing processing,
    Path webhooks,
    Cap cap,
    Http http,
    Feeds feeds,
    Speaking speaking,
    ClientSettings telemetry,
    LogLevel logLevel) {

  /**
   * @param bootstrapServers optional: none is the embedded Kafka
   * @param clients settings for every client
   */
  public record Kafka(String bootstrapServers, ClientSettings clients) {
    public boolean isEmbedded() {
      return bootstrapServers == null;
    }
  }

  /**
   * @param prefix first part of every name, and the id of the application
   * @param partitions for topics that are created
   * @param replication for topics that are created; -1 is the broker's default
   */
  public record Topics(String prefix, int partitions, short replication) {}

  /**
   * @param file optional: none is the built-in policy
   * @param name of the policy to follow
   */
  public record PolicyChoice(Path file, String name) {}

  /**
   * Who may speak officially.
   *
   * @param ingressKey optional: a file with the key by which this program vouches for statements
   * @param ingressKeys of other places where statements come in
   */
  public record Speaking(
      Entitlement entitlement, Path ingressKey, List<VerificationKey> ingressKeys) {
    /** Nothing is asked for. */
    static final Speaking FREE = new Speaking(Entitlement.OPEN, null, List.of());
  }

  /** What a statement needs in the topic of statements. */
  public enum Entitlement {
    /** Nothing: Kafka says who may write there. */
    OPEN,
    /** Its authority's signature, or a voucher. */
    SIGNED
  }

  /**
   * @param registry optional
   */
  public record Wire(Format format, Registry registry) {}

  /**
   * A schema registry; basic authentication with user and password, bearer with a token.
   *
   * @param user optional, with password
   * @param token optional
   * @param ca optional: certificates of whom to trust over https
   */
  public record Registry(URI url, String user, String password, String token, Path ca) {
    @Override
    public String toString() {
      var login = user != null ? " as " + user : token != null ? " with a token" : "";
      return Secrets.shown("url", url.toString()) + login;
    }
  }

  /**
   * @param commitInterval how late results become visible at most
   * @param streams settings for Kafka Streams
   */
  public record Processing(
      ClockMode clock,
      Guarantee guarantee,
      Duration commitInterval,
      int threads,
      Stores stores,
      ClientSettings streams) {}

  /**
   * @param on optional: whether there is an HTTP API; none leaves it to the command
   * @param port optional: none is the usual one
   * @param bind the address to listen at
   * @param tokens optional: file of those who may use it
   */
  public record Http(Boolean on, Integer port, String bind, Path tokens) {
    /** Whether there is one, in a command that by itself would have one or not. */
    public boolean isOn(boolean otherwise) {
      return on == null ? otherwise : on;
    }
  }

  /**
   * @param status optional
   * @param address optional: where others reach this server, without a slash at its end
   * @param keystore optional, with password
   */
  public record Cap(
      String sender,
      Profile.Status status,
      Profile.Scope scope,
      String address,
      Path keystore,
      String password) {
    @Override
    public String toString() {
      return "%s, %s, %s".formatted(sender, scope, keystore == null ? "unsigned" : keystore);
    }
  }

  /**
   * @param file optional: of the feeds to look at
   * @param isNamed whether it is configured, and not just there
   */
  public record Feeds(Path file, boolean isNamed) {
    /**
     * Whether they are looked at.
     *
     * @param always also where the file is just there
     */
    public boolean areOn(boolean always) {
      return file != null && (always || isNamed);
    }
  }

  /** What moves a partition's clock. */
  public enum ClockMode {
    WALL,
    STREAM
  }

  /** How records are written. */
  public enum Format {
    /** Avro single-object encoding. */
    AVRO,
    /** The wire format of the Confluent registry. */
    CONFLUENT,
    JSON
  }

  /** What holds for alerts when a process dies. */
  public enum Guarantee {
    EXACTLY_ONCE,
    AT_LEAST_ONCE
  }

  /** Where state is kept. */
  public enum Stores {
    ROCKSDB,
    MEMORY
  }

  /** How much is logged. */
  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }
}
