package io.tocsin.ingest.feed;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells two texts apart: the first 128 bits of a SHA-256 in hex. */
final class Digest {
  private static final int KEPT_BYTES = 16;

  private Digest() {}

  /** Of a record's content: all but its revision and the times of it. */
  static String of(Incoming record) {
    if (record instanceof NewsEvent n) {
      return of(
          "news",
          n.source(),
          n.origin(),
          n.headline(),
          n.body(),
          n.language(),
          n.url(),
          n.story(),
          n.entities(),
          n.regions(),
          n.category(),
          n.credibility(),
          n.status(),
          // a map of the JDK has another order in every process
          Updated.without(n.attributes()));
    }
    if (record instanceof OfficialStatement s) {
      return of(
          "statement",
          s.authority(),
          s.expiresAt(),
          s.reviewBy(),
          s.action(),
          s.level(),
          s.scale(),
          s.scaleVersion(),
          s.nationalLevel(),
          s.entities(),
          s.regions(),
          s.categories(),
          s.references(),
          s.text(),
          s.url(),
          s.status(),
          Updated.without(s.attributes()));
    }
    return of("control", ((Control) record).toString());
  }

  /** Of parts, by their text; where one ends is part of it. */
  static String of(Object... parts) {
    var digest = sha256();
    for (var part : parts) {
      byte[] text = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
      digest.update(text);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
