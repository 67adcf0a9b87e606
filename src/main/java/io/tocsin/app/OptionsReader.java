package io.tocsin.app;

import io.tocsin.deliver.cap.Profile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@link Options} out of what is given; reports everything that is wrong at once. */
public final class OptionsReader {
  private static final int USUAL_THREADS = 2;
  private static final String FEEDS = "feeds.yaml";

  private final Given given;
  private final Settings settings;

  private OptionsReader(Given given) {
    this.given = given;
    this.settings = Settings.of(given);
  }

  /**
   * @throws InvalidOptions with every unknown key and every value that is not allowed
   * @throws Failure if the file asked for is not there or is not YAML
   */
  public static Options read(Given given) {
    return new OptionsReader(given).options();
  }

  private Options options() {
    var data = path(Key.DATA);
    var options =
        new Options(
            data,
            value(Key.PORT, text -> Values.whole(text, 0, 65_535)),
            new Options.Kafka(
                value(Key.KAFKA_BOOTSTRAP_SERVERS, Values::servers),
                settings.below(Key.CLIENT_PREFIX)),
            new Options.Topics(
                value(Key.TOPICS_PREFIX, Values::name),
                value(Key.TOPICS_PARTITIONS, text -> Values.whole(text, 1, 1_000)),
                value(Key.TOPICS_REPLICATION, Values::replication)),
            new Options.PolicyChoice(path(Key.POLICY_FILE), value(Key.POLICY_NAME, Values::name)),
            path(Key.REFERENCE),
            wire(),
            processing(),
            path(Key.WEBHOOKS_FILE),
            cap(),
            http(),
            feeds(data),
            speaking(),
            telemetry(),
            value(Key.LOG_LEVEL, text -> Values.oneOf(Options.LogLevel.class, text)));
    settings.check();
    return options;
  }

  private Options.Processing processing() {
    int threads = Math.max(1, Math.min(USUAL_THREADS, given.cores()));
    return new Options.Processing(
        value(Key.CLOCK, text -> Values.oneOf(Options.ClockMode.class, text)),
        value(Key.GUARANTEE, text -> Values.oneOf(Options.Guarantee.class, text)),
        value(Key.COMMIT_INTERVAL, Values::commitInterval),
        Optional.ofNullable(value(Key.THREADS, text -> Values.whole(text, 1, 256))).orElse(threads),
        value(Key.STATE_STORES, text -> Values.oneOf(Options.Stores.class, text)),
        settings.below(Key.STREAMS_PREFIX));
  }

  private Options.Speaking speaking() {
    var keys = value(Key.STATEMENTS_INGRESS_KEYS, Values::keys);
    return new Options.Speaking(
        value(Key.STATEMENTS_ENTITLEMENT, text -> Values.oneOf(Options.Entitlement.class, text)),
        path(Key.STATEMENTS_INGRESS_KEY),
        keys == null ? List.of() : keys);
  }

  /** What the environment says by OpenTelemetry's own names holds where the keys say nothing. */
  private ClientSettings telemetry() {
    var all = new LinkedHashMap<String, String>();
    given
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith(Environment.TELEMETRY)) {
                all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
              }
            });
    settings
        .below(Key.TELEMETRY_PREFIX)
        .values()
        .forEach((name, value) -> all.put(Key.TELEMETRY_PREFIX + name, value));
    return new ClientSettings(all);
  }

  private Options.Http http() {
    var port = value(Key.HTTP_PORT, Values::portOrOff);
    return new Options.Http(
        port == null ? null : port >= 0,
        port == null || port < 0 ? null : port,
        value(Key.HTTP_BIND, Values::filled),
        path(Key.HTTP_TOKENS_FILE));
  }

  private Options.Cap cap() {
    needs(Key.CAP_KEYSTORE, Key.CAP_KEYSTORE_PASSWORD);
    needs(Key.CAP_KEYSTORE_PASSWORD, Key.CAP_KEYSTORE);
    var address = value(Key.CAP_ADDRESS, Values::address);
    return new Options.Cap(
        value(Key.CAP_SENDER, Values::sender),
        value(Key.CAP_STATUS, text -> Values.oneOf(Profile.Status.class, text)),
        value(Key.CAP_SCOPE, text -> Values.oneOf(Profile.Scope.class, text)),
        address == null ? null : address.toString().replaceFirst("/+$", ""),
        path(Key.CAP_KEYSTORE),
        value(Key.CAP_KEYSTORE_PASSWORD, Values::filled));
  }

  private Options.Feeds feeds(Path data) {
    var named = path(Key.FEEDS_FILE);
    return named != null
        ? new Options.Feeds(named, true)
        : new Options.Feeds(
            Stream.of(given.directory(), data)
                .map(folder -> folder.resolve(FEEDS))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null),
            false);
  }

  private Options.Wire wire() {
    var format =
        Optional.ofNullable(value(Key.FORMAT, text -> Values.oneOf(Options.Format.class, text)));
    URI url = value(Key.REGISTRY_URL, Values::withoutLogin);
    var user = value(Key.REGISTRY_USER, Values::filled);
    var password = value(Key.REGISTRY_PASSWORD, Values::filled);
    var token = value(Key.REGISTRY_TOKEN, Values::filled);
    if (format.filter(Options.Format.CONFLUENT::equals).isPresent()) {
      needs(Key.FORMAT, Key.REGISTRY_URL);
    }
    needs(Key.REGISTRY_USER, Key.REGISTRY_PASSWORD);
    needs(Key.REGISTRY_PASSWORD, Key.REGISTRY_USER);
    excludes(Key.REGISTRY_TOKEN, Key.REGISTRY_USER);
    return url == null
        ? new Options.Wire(format.orElse(Options.Format.AVRO), null)
        : new Options.Wire(
            format.orElse(Options.Format.CONFLUENT),
            new Options.Registry(url, user, password, token, path(Key.REGISTRY_CA)));
  }

  private void needs(Key key, Key other) {
    if (settings.of(other).isEmpty()) {
      settings.of(key).ifPresent(given -> settings.refuse(given, "needs " + other.path()));
    }
  }

  private void excludes(Key key, Key other) {
    if (settings.of(other).isPresent()) {
      settings.of(key).ifPresent(given -> settings.refuse(given, "excludes " + other.path()));
    }
  }

  private Path path(Key key) {
    return settings
        .of(key)
        .map(setting -> read(setting, key, text -> resolve(text, setting.base())))
        .orElseGet(
            () -> key.preset().map(preset -> resolve(preset, given.directory())).orElse(null));
  }

  private Path resolve(String text, Path base) {
    return Paths.resolve(Values.filled(text), base, given.home());
  }

  /** The key's value; its preset, or {@code null} without one, where none or a bad one is given. */
  private <T> T value(Key key, Function<String, T> reader) {
    return settings
        .of(key)
        .map(setting -> read(setting, key, reader))
        .orElseGet(() -> key.preset().map(reader).orElse(null));
  }

  private <T> T read(Setting setting, Key key, Function<String, T> reader) {
    try {
      return reader.apply(setting.value().strip());
    } catch (IllegalArgumentException e) {
      settings.refuse(setting, "must be " + key.allowed());
      return key.preset().map(reader).orElse(null);
    }
  }
}
