package io.tocsin.deliver.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deliver.board.Bookmark;
import java.util.ArrayList;
import java.util.List;

/** Reads events as the standard says: an id counts from when its block has ended. */
final class Client {
  final List<String> changes = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  String lastId;

  private final Server server;
  private final Listener listener;

  Client(Server server, Listener listener) {
    this.server = server;
    this.listener = listener;
  }

  /**
   * @return whether there was something
   */
  boolean read() {
    var frame = listener.poll();
    if (frame == null) {
      return false;
    }
    String event = null;
    String data = null;
    for (var line : new String(frame, UTF_8).split("\n")) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
    if ("change".equals(event)) {
      changes.add(data);
    } else if (event != null) {
      others.add(event + " " + data);
    } else {
      others.add("heartbeat");
    }
    return true;
  }

  boolean isOver() {
    return listener.isOver();
  }

  /** Where to come again; now where nothing was heard. */
  From place() {
    return lastId == null ? new From.Now() : new From.Place(Bookmark.parse(lastId).orElseThrow());
  }

  void hangUp() {
    server.live.leave(listener);
  }
}
