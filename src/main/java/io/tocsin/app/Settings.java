package io.tocsin.app;

import io.tocsin.reference.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value that holds for each key, after precedence, and everything that was wrong on the way.
 */
final class Settings {
  /** Settings of the libraries that follow from keys of Tocsin's own. */
  private static final Map<String, String> OWNED =
      Map.of(
          "streams.application.id", "topics.prefix",
          "streams.bootstrap.servers", "kafka.bootstrap.servers",
          "streams.processing.guarantee", "guarantee",
          "streams.commit.interval.ms", "commit.interval",
          "streams.num.stream.threads", "threads",
          "streams.state.dir", "data",
          "kafka.group.id", "topics.prefix");

  private final Map<String, Setting> values = new LinkedHashMap<>();
  private final List<InvalidOptions.Fault> faults = new ArrayList<>();

  private Settings() {}

  static Settings of(Given given) {
    var above = new Settings();
    above.add(Environment.settings(given.environment(), given.directory()));
    given.sets().forEach((key, value) -> above.add(key, value, "--set " + key, given.directory()));
    given
        .flags()
        .forEach((key, value) -> above.add(key.path(), value, "command line", given.directory()));

    var all = new Settings();
    ConfigFile.find(given.config(), given.directory(), above.data(given))
        .map(ConfigFile::read)
        .ifPresent(
            file -> {
              all.add(file.settings());
              all.faults.addAll(file.faults());
            });
    all.add(above.values);
    all.refuseUnknown();
    return all;
  }

  Optional<Setting> of(Key key) {
    return Optional.ofNullable(values.get(key.path()));
  }

  /** Every setting below a prefix that is not a key of Tocsin's own, without the prefix. */
  ClientSettings below(String prefix) {
    var found = new LinkedHashMap<String, String>();
    values.forEach(
        (key, setting) -> {
          if (key.startsWith(prefix) && Key.ofPath(key).isEmpty()) {
            found.put(key.substring(prefix.length()), setting.value());
          }
        });
    return new ClientSettings(found);
  }

  void refuse(Setting setting, String rule) {
    faults.add(setting.fault(rule));
  }

  void check() {
    if (!faults.isEmpty()) {
      throw new InvalidOptions(faults);
    }
  }

  /** The data folder as far as it is known before a file is read. */
  private Path data(Given given) {
    return of(Key.DATA)
        .map(s -> Paths.resolve(s.value(), s.base(), given.home()))
        .orElseGet(
            () -> Paths.resolve(Key.DATA.preset().orElseThrow(), given.directory(), given.home()));
  }

  private void add(Map<String, Setting> settings) {
    values.putAll(settings);
  }

  private void add(String key, String value, String origin, Path base) {
    values.put(key, new Setting(key, value, origin, base));
  }

  private void refuseUnknown() {
    for (var setting : values.values()) {
      var key = setting.key();
      if (OWNED.containsKey(key)) {
        refuse(setting, "follows from the key " + OWNED.get(key));
      } else if (Key.ofPath(key).isEmpty() && !Key.passesThrough(key)) {
        refuse(setting, "is not a key" + suggestion(key));
      }
    }
  }

  private static String suggestion(String key) {
    var known = Arrays.stream(Key.values()).map(Key::path).toList();
    return Nearest.to(key, known)
        .map(nearest -> ": did you mean " + nearest + "?")
        .orElse("; settings of libraries start with kafka., streams. or otel.");
  }
}
