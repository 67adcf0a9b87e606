package io.tocsin.api.publish;

import io.tocsin.ingest.Channel;
import io.tocsin.model.Incoming;
import io.tocsin.trace.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes records in memory; acknowledges them at once, when it is told to, or not at all. */
final class HeldIngress implements Ingress {
  final List<Incoming> records = new CopyOnWriteArrayList<>();
  final List<Channel> channels = new CopyOnWriteArrayList<>();
  final List<TraceContext> traces = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private boolean holding;
  volatile boolean full;
  private NotTaken failure;
  private int failsAfter = Integer.MAX_VALUE;
  private int offset;
  private int asked;

  @Override
  public synchronized CompletableFuture<Position> publish(
      Incoming record, Channel channel, TraceContext trace) {
    asked++;
    if (records.size() >= failsAfter) {
      return CompletableFuture.failedFuture(failure);
    }
    records.add(record);
    channels.add(channel);
    traces.add(trace);
    var at = new Position("tocsin.news", offset % 2, offset++ / 2);
    if (!holding) {
      return CompletableFuture.completedFuture(at);
    }
    var held = new CompletableFuture<Void>();
    waiting.add(held);
    return held.thenApply(nothing -> at);
  }

  @Override
  public boolean hasRoom() {
    return !full;
  }

  /** How often a record was handed on. */
  synchronized int asked() {
    return asked;
  }

  synchronized void hold() {
    holding = true;
  }

  synchronized void release() {
    holding = false;
    waiting.forEach(one -> one.complete(null));
    waiting.clear();
  }

  synchronized void failAfter(int taken, NotTaken why) {
    failsAfter = taken;
    failure = why;
  }

  synchronized void mend() {
    failsAfter = Integer.MAX_VALUE;
  }
}
