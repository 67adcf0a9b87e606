package io.tocsin.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Configuration out of environment variables: {@code TOCSIN_KAFKA_BOOTSTRAP_SERVERS}. */
final class Environment {
  /** Variables that every program with OpenTelemetry in it reads. */
  static final String TELEMETRY = "OTEL_";

  private static final String PREFIX = "TOCSIN_";
  private static final Set<String> OF_THE_LAUNCHER = Set.of("TOCSIN_JAVA_OPTS");

  /** What Kubernetes sets in every pod beside a service that is called tocsin. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile("TOCSIN_(SERVICE_(HOST|PORT)(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

  private Environment() {}

  static Map<String, Setting> settings(Map<String, String> environment, Path directory) {
    var settings = new LinkedHashMap<String, Setting>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !isForeign(name, value)) {
            var key = key(name);
            settings.put(key, new Setting(key, value, "environment variable " + name, directory));
          }
        });
    return settings;
  }

  private static boolean isForeign(String name, String value) {
    return OF_THE_LAUNCHER.contains(name)
        || SERVICE_LINK.matcher(name).matches()
        || name.equals("TOCSIN_PORT") && value.contains("://");
  }

  private static String key(String name) {
    return Arrays.stream(Key.values())
        .filter(key -> key.variable().equals(name))
        .map(Key::path)
        .findFirst()
        .orElseGet(
            () -> name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'));
  }
}
