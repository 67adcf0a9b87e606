package io.tocsin.ingest.format;

import java.util.Objects;

/**
 * A document as it came from outside: bounded in size by whoever fetched it, and not looked at yet.
 *
 * @param name where it came from, a file or an address: for messages and for relative links
 * @param mediaType optional: what its sender calls it, such as {@code application/cap+xml}
 */
public record Document(String name, String mediaType, byte[] bytes) {
  /** What is larger is refused before it is read: the largest of the formats is a daily file. */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  public Document {
    Objects.requireNonNull(name);
    Objects.requireNonNull(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes)";
  }
}
