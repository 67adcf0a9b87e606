package io.tocsin.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file {@code tocsin.yaml}, flattened to dotted keys; nested and dotted spelling may mix. */
final class ConfigFile {
  static final String NAME = "tocsin.yaml";

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Path file;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<InvalidOptions.Fault> faults = new ArrayList<>();

  private ConfigFile(Path file) {
    this.file = file;
  }

  /** The file to read: the one asked for, else the first that exists of the usual places. */
  static Optional<Path> find(Path asked, Path directory, Path data) {
    if (asked != null) {
      var file = directory.resolve(asked).normalize();
      if (!Files.isRegularFile(file)) {
        throw new Failure("There is no file " + file, "Give --config the path of a YAML file.");
      }
      return Optional.of(file);
    }
    return List.of(directory, data).stream()
        .map(folder -> folder.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  static ConfigFile read(Path file) {
    var read = new ConfigFile(file);
    try {
      read.take("", YAML.readTree(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var where = at == null ? file.toString() : file + ", line " + at.getLineNr();
      throw new Failure(
          "Not YAML: " + where + ": " + e.getOriginalMessage().lines().findFirst().orElse(""),
          "Mend the file, or give another with --config.",
          e);
    } catch (IOException e) {
      throw new Failure("Cannot read " + file + ": " + e, "See whether it is readable UTF-8.", e);
    }
    return read;
  }

  Map<String, Setting> settings() {
    return settings;
  }

  List<InvalidOptions.Fault> faults() {
    return faults;
  }

  private void take(String key, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(e -> take(key.isEmpty() ? e.getKey() : key + "." + e.getKey(), e.getValue()));
    } else if (node.isArray()) {
      takeList(key, node);
    } else if (node.isNull() || node.isMissingNode()) {
      if (!key.isEmpty()) {
        wrong(key, "", "must have a value");
      }
    } else if (key.isEmpty()) {
      wrong(NAME, node.asText(), "must hold keys and values");
    } else {
      put(key, node.asText());
    }
  }

  private void takeList(String key, JsonNode list) {
    var items = new ArrayList<String>();
    for (var item : list) {
      if (!item.isValueNode() || item.isNull()) {
        wrong(key, item.toString(), "must be a value or a list of plain values");
        return;
      }
      items.add(item.asText());
    }
    put(key.isEmpty() ? NAME : key, String.join(",", items));
  }

  private void put(String key, String value) {
    var setting = new Setting(key, value, file.toString(), file.toAbsolutePath().getParent());
    if (settings.put(key, setting) != null) {
      wrong(key, value, "must be given once");
    }
  }

  private void wrong(String key, String value, String rule) {
    faults.add(new InvalidOptions.Fault(key, value, file.toString(), rule));
  }
}
