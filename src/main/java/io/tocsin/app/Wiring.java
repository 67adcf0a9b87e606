package io.tocsin.app;

import io.tocsin.assess.Policy;
import io.tocsin.broker.Running;
import io.tocsin.broker.TopicPlan;
import io.tocsin.client.Connection;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.InvalidReference;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.RegistryOptions;
import io.tocsin.wire.SchemaRegistry;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Trust;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** From what the program is told to the parts that it asks for. */
final class Wiring {
  private Wiring() {}

  /**
   * The reference data.
   *
   * @throws Failure with every fault of every file
   */
  static Reference reference(Options options) {
    try {
      return Reference.load(options.reference());
    } catch (InvalidReference e) {
      throw new Failure(
          "the reference data%s is not valid: %s"
              .formatted(in(options.reference()), e.getMessage()),
          "Correct the rows, then look again with: tocsin reference check",
          e);
    } catch (UncheckedIOException e) {
      throw new Failure(
          "the reference data%s cannot be read: %s"
              .formatted(in(options.reference()), e.getCause()),
          "Give this user the right to read it, or correct the key reference.",
          e);
    }
  }

  /** The policy of the file, or the built-in one without a file. */
  static Policy policy(Options options) {
    return options.policy().file() == null ? Policy.DEFAULT : policy(options.policy().file());
  }

  /**
   * The policy in a file.
   *
   * @throws Failure where it cannot be read, or breaks rules
   */
  static Policy policy(Path file) {
    try {
      return PolicyDocument.read(Files.readAllBytes(file));
    } catch (Unreadable e) {
      throw new Failure(
          "the policy %s is not valid: %s".formatted(file, e.getMessage()),
          "Correct it; every field that is left out is that of the built-in policy.",
          e);
    } catch (IOException e) {
      throw new Failure(
          "the policy %s cannot be read: %s".formatted(file, e),
          "Correct the path, or leave it out for the built-in policy.",
          e);
    }
  }

  /** The codecs in the format asked for. */
  static Codecs codecs(Options options) {
    var format = Format.valueOf(options.wire().format().name());
    var registry = options.wire().registry();
    return registry == null
        ? Codecs.of(format)
        : Codecs.of(format, new SchemaRegistry(registry(registry)));
  }

  /**
   * How the registry is asked.
   *
   * @throws Failure where the file of certificates cannot be used
   */
  static RegistryOptions registry(Options.Registry registry) {
    var plain = RegistryOptions.at(registry.url()).trusting(trust(registry.ca()));
    if (registry.token() != null) {
      return plain.withBearer(registry.token());
    }
    return registry.user() == null ? plain : plain.withBasic(registry.user(), registry.password());
  }

  private static SSLContext trust(Path ca) {
    try {
      return ca == null ? null : Trust.in(ca);
    } catch (InvalidRecord | IOException e) {
      throw new Failure(
          "the certificates in %s cannot be used: %s".formatted(ca, e.getMessage()),
          "Correct the key registry.ca.",
          e);
    }
  }

  static Topics topics(Options options) {
    return new Topics(options.topics().prefix(), codecs(options));
  }

  /** The topics as they should be. */
  static List<TopicPlan> plans(Options options) {
    return topics(options).specs(options.topics().partitions()).stream()
        .map(
            spec ->
                new TopicPlan(
                    spec.name(), spec.partitions(), options.topics().replication(), spec.config()))
        .toList();
  }

  /** The id of the application, which is that of its consumer group as well. */
  static String application(Options options) {
    return options.topics().prefix() + "-processor";
  }

  /** The URI reference that records name as their source. */
  static String source(Options options) {
    return "/" + options.topics().prefix();
  }

  /** Properties that every client of Kafka has in common. */
  static Map<String, Object> client(Options options, String bootstrap) {
    var client = new LinkedHashMap<String, Object>(options.kafka().clients().values());
    client.put("bootstrap.servers", bootstrap);
    return client;
  }

  /** The same, and the topics. */
  static Connection connection(Options options, String bootstrap) {
    return new Connection(client(options, bootstrap), topics(options));
  }

  /**
   * Where Kafka is: the cluster that is configured, else what runs in the data folder, else the
   * demo's.
   *
   * @throws Failure where none runs
   */
  static String bootstrap(Options options) {
    if (!options.kafka().isEmbedded()) {
      return options.kafka().bootstrapServers();
    }
    return running(options)
        .map(Running::bootstrapServers)
        .orElseThrow(
            () ->
                new Failure(
                    "no Kafka runs in the data folder " + options.data(),
                    "Start one with tocsin up or tocsin up --demo,"
                        + " or name a cluster with --bootstrap-servers."));
  }

  /** The embedded Kafka that runs in the data folder, else in the demo's. */
  static Optional<Running> running(Options options) {
    return Running.in(options.data()).or(() -> Running.in(demoFolder(options.data())));
  }

  /** The data folder of the demo, inside the one for real use. */
  static Path demoFolder(Path data) {
    return data.resolve("demo");
  }

  private static String in(Path folder) {
    return folder == null ? "" : " in " + folder;
  }
}
