package io.tocsin.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets a processor do what must be done before each commit: forward what it has collected, write
 * what it has put off. To Kafka Streams it is a cache that is flushed; nothing in the public API is
 * told of commits. This is the one place that leans on internals of Kafka Streams, and {@code
 * BeforeCommitTest} is what an upgrade of Kafka has to pass.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
  private final String name;
  private final Crew crew;
  private List<BeforeCommit> fellows = List.of();
  private Runnable action = () -> {};
  private boolean isOpen;

  private BeforeCommit(String name, Crew crew) {
    this.name = name;
    this.crew = crew;
  }

  /**
   * @param crew where the tasks of one thread find each other
   */
  static StoreBuilder<BeforeCommit> builder(String name, Crew crew) {
    return new Builder(name, crew);
  }

  /**
   * To be called when the processor is initialised; the action may forward and use its stores. It
   * is run once or more before each commit of its own task, or of another of the same thread.
   */
  void run(ProcessorContext<?, ?> context, Runnable collected) {
    rest();
    fellows = crew.mine();
    fellows.add(this);
    var inner = (InternalProcessorContext<?, ?>) context;
    var node = inner.currentNode();
    action =
        () -> {
          var formerNode = inner.currentNode();
          var formerRecord = inner.recordContext();
          inner.setCurrentNode(node);
          long now = inner.currentSystemTimeMs();
          inner.setRecordContext(
              new ProcessorRecordContext(now, -1, -1, null, new RecordHeaders()));
          try {
            collected.run();
          } finally {
            inner.setCurrentNode(formerNode);
            inner.setRecordContext(formerRecord);
          }
        };
  }

  @Override
  public void flushCache() {
    fellows.forEach(fellow -> fellow.action.run());
  }

  @Override
  public void clearCache() {
    // holds nothing itself
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    isOpen = true;
  }

  /**
   * To be called when the processor is closed: its task may become a standby, whose stores stay
   * open and which must forward nothing when others of its thread hand on.
   */
  void rest() {
    if (fellows.contains(this)) {
      fellows.remove(this);
    }
    fellows = List.of();
    action = () -> {};
  }

  @Override
  public void close() {
    isOpen = false;
    rest();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  private record Builder(String name, Crew crew) implements StoreBuilder<BeforeCommit> {
    @Override
    public BeforeCommit build() {
      return new BeforeCommit(name, crew);
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException(name + " holds nothing to log");
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
