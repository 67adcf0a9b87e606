package io.tocsin.topology;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The hooks of the tasks of each thread. Kafka Streams commits the tasks of a thread together, but
 * asks each in turn to send what it has and waits until that has arrived; when all have sent before
 * the first is waited for, there is one wait and not a dozen.
 */
final class Crew {
  private final Map<Thread, List<BeforeCommit>> crews = new ConcurrentHashMap<>();

  /** The hooks of the current thread; whoever joins leaves when it is closed. */
  List<BeforeCommit> mine() {
    return crews.computeIfAbsent(Thread.currentThread(), thread -> new CopyOnWriteArrayList<>());
  }
}
