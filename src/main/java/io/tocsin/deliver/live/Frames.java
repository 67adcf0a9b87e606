package io.tocsin.deliver.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deliver.board.Bookmark;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * Server-Sent Events (WHATWG HTML, 9.2) as bytes. A heartbeat is a comment and an id without data:
 * a client takes the id for its last one, and nothing is dispatched.
 */
final class Frames {
  private static final byte[] CHANGE = "\nevent: change\ndata: ".getBytes(UTF_8);
  private static final byte[] LEVEL = "event: level\ndata: ".getBytes(UTF_8);
  private static final byte[] END = "\n\n".getBytes(UTF_8);

  private Frames() {}

  /** The first of all: how long a client is to wait before it comes again. */
  static byte[] retry(Duration wait) {
    return "retry: %d\n\n".formatted(wait.toMillis()).getBytes(UTF_8);
  }

  /**
   * @param behind where the client stands once it has this
   */
  static byte[] change(Bookmark behind, byte[] json) {
    return joined(("id: " + behind).getBytes(UTF_8), CHANGE, json, END);
  }

  static byte[] level(byte[] json) {
    return joined(LEVEL, json, END);
  }

  /**
   * @param at optional: where the client stands
   */
  static byte[] heartbeat(Bookmark at) {
    return (at == null ? ":\n\n" : ":\nid: " + at + "\n\n").getBytes(UTF_8);
  }

  /** Says that changes are missing between what the client has and what comes. */
  static byte[] reset(Bookmark at, String reason) {
    return "id: %s\nevent: reset\ndata: {\"reason\":\"%s\",\"do\":\"%s\"}\n\n"
        .formatted(
            at,
            reason,
            "Changes are missing before this. Read /api/v1/levels anew, and the changes of late from"
                + " /api/v1/alerts; what comes from here on is complete.")
        .getBytes(UTF_8);
  }

  /** The last of all: why this side hangs up. */
  static byte[] dropped(Dropped why) {
    return "event: dropped\ndata: {\"reason\":\"%s\",\"do\":\"%s\"}\n\n"
        .formatted(why.word(), why.advice())
        .getBytes(UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
