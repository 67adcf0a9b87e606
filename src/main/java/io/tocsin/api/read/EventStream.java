package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.tocsin.deliver.live.Listener;
import io.tocsin.deliver.live.LiveFeed;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * Writes what a listener hears to its client, without a thread of its own and without waiting: by
 * whoever brings something while the connection takes it, and by the server when it takes more.
 */
final class EventStream implements WriteListener {
  private static final byte[] RETRY = "retry: 2000\n\n".getBytes(UTF_8);

  private final Context context;
  private final LiveFeed live;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private Listener listener;
  private ServletOutputStream out;
  private boolean opened;
  private boolean unflushed;

  EventStream(Context context, LiveFeed live) {
    this.context = context;
    this.live = live;
  }

  /** Answers the request; the answer lasts until the client or the feed ends it. */
  void open(Listener heard) {
    try {
      var async = context.req().startAsync(context.req(), context.res());
      async.setTimeout(0);
      context.future(() -> over);
      context.status(200).contentType("text/event-stream; charset=utf-8");
      context.header(Header.CACHE_CONTROL, "no-cache, no-transform");
      // nginx would wait for more before it hands on anything
      context.header("X-Accel-Buffering", "no");
      synchronized (this) {
        listener = heard;
        out = context.res().getOutputStream();
      }
      out.setWriteListener(this);
    } catch (IOException e) {
      live.leave(heard);
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onWritePossible() throws IOException {
    synchronized (this) {
      if (!opened) {
        opened = true;
        out.write(RETRY);
        unflushed = true;
      }
    }
    pump();
  }

  /** Writes as much as the connection takes now. */
  void pump() {
    try {
      write();
    } catch (IOException | IllegalStateException e) {
      onError(e);
    }
  }

  private synchronized void write() throws IOException {
    while (opened && !over.isDone() && out.isReady()) {
      var frame = listener.poll();
      if (frame != null) {
        out.write(frame);
        unflushed = true;
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        if (listener.isOver()) {
          over.complete(null);
        }
        return;
      }
    }
  }

  @Override
  public void onError(Throwable e) {
    live.leave(listener);
    over.complete(null);
  }
}
