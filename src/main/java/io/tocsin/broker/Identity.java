package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The cluster id that a formatted folder carries in Kafka's {@code meta.properties}.
 *
 * <p>Read before Kafka reads it, because a folder whose file was lost must not be formatted anew:
 * it would get another id, and its topics would be orphans.
 */
final class Identity {
  private static final String FILE = "meta.properties";
  private static final String METADATA_LOG = "__cluster_metadata-0";

  private Identity() {}

  static boolean isThere(Path logFolder) {
    return Files.exists(logFolder.resolve(FILE));
  }

  /**
   * @return empty where the folder is new
   * @throws BrokerUnavailable where the file is lost or damaged
   */
  static Optional<String> read(Path logFolder) {
    var file = logFolder.resolve(FILE);
    if (!isThere(logFolder)) {
      if (Files.exists(logFolder.resolve(METADATA_LOG))) {
        throw damaged(file, "is missing although the folder holds data", null);
      }
      return Optional.empty();
    }
    var lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, "cannot be read (" + Faults.text(e) + ")", e);
    }
    return Optional.of(clusterId(file, lines));
  }

  private static String clusterId(Path file, Properties lines) {
    require(file, lines, "version", "1");
    require(file, lines, "node.id", Integer.toString(BrokerSettings.NODE_ID));
    var id = lines.getProperty("cluster.id", "");
    if (id.isBlank()) {
      throw damaged(file, "has no cluster.id", null);
    }
    return id;
  }

  private static void require(Path file, Properties lines, String key, String value) {
    var found = lines.getProperty(key, "");
    if (!found.equals(value)) {
      throw damaged(file, "must say %s=%s, got '%s'".formatted(key, value, found), null);
    }
  }

  private static BrokerUnavailable damaged(Path file, String how, Throwable cause) {
    return new BrokerUnavailable(
        Reason.FAILED,
        "%s %s: restore it from a backup, or move the folder %s away to start with an empty one"
            .formatted(file, how, file.getParent()),
        cause);
  }
}
