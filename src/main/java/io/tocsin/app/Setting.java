package io.tocsin.app;

import java.nio.file.Path;

/**
 * One key's value as somebody gave it.
 *
 * @param key as it is known, with dots; as it was written where it is not known
 * @param origin the file, variable or argument that gave it, for messages
 * @param base the folder that relative paths start from
 */
record Setting(String key, String value, String origin, Path base) {
  InvalidOptions.Fault fault(String rule) {
    return new InvalidOptions.Fault(key, value, origin, rule);
  }
}
