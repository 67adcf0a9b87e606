package io.tocsin.app;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the topics are there that the processor keeps its state in and tells its changes
 * on. Kafka Streams makes a changelog that was deleted anew, empty, and goes on without what was in
 * it; what is written to another topic that was deleted waits for ever.
 */
final class TopicGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicGuard.class);
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Admin admin;
  private final String application;
  private final StateTopics state;
  private final Set<String> written;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Thread thread;

  /**
   * @param client properties that every client has in common
   * @param application the id of the application
   * @param written topics that the processor writes to, beside those of Kafka Streams
   */
  TopicGuard(
      Map<String, Object> client, String application, StateTopics state, Set<String> written) {
    this.admin = Admin.create(client);
    this.application = application;
    this.state = state;
    this.written = written;
  }

  /**
   * Looks before the processor starts.
   *
   * @throws Failure where its state is no longer in Kafka
   */
  void check() throws InterruptedException {
    try {
      var present = present();
      var known = state.known();
      var gone = StateTopics.gone(known, present).keySet();
      if (!gone.isEmpty()) {
        throw lost(gone);
      }
      if (known.isEmpty() && changelogs(present).isEmpty() && hasRead()) {
        throw lost(Set.of(application + "-*-changelog"));
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new Failure(
          "Kafka does not say which topics it has: " + Troubles.root(e).getMessage(),
          "Look at the brokers, or try again: tocsin doctor tells more.",
          e);
    }
  }

  /**
   * Looks from now on, every two seconds.
   *
   * @param end is told once why the processor cannot go on
   */
  TopicGuard begin(Consumer<Failure> end) {
    thread = new Thread(() -> run(end), "tocsin-topics");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void run(Consumer<Failure> end) {
    var known = state.known();
    Collection<String> missed = Set.of();
    try {
      do {
        var present = look();
        var gone = StateTopics.gone(known, present.isEmpty() ? known : present).keySet();
        // twice, since a broker that has just started may not know all of them
        if (!gone.isEmpty() && gone.equals(missed)) {
          end.accept(failure(gone));
          return;
        }
        missed = Set.copyOf(gone);
        if (gone.isEmpty()) {
          keep(known, present);
        }
      } while (!closing.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Failure e) {
      end.accept(e);
    }
  }

  /** What is there; nothing where Kafka does not answer. */
  private Map<String, Uuid> look() throws InterruptedException {
    try {
      return present();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.debug("could not look for topics", e);
      return Map.of();
    }
  }

  private void keep(SortedMap<String, Uuid> known, Map<String, Uuid> present) {
    var before = changelogs(known);
    known.putAll(present);
    var after = changelogs(known);
    if (!after.equals(before)) {
      state.keep(after);
    }
  }

  private SortedMap<String, Uuid> changelogs(Map<String, Uuid> topics) {
    var found = new TreeMap<>(topics);
    found.keySet().removeIf(name -> !state.isOne(name));
    return found;
  }

  private Map<String, Uuid> present()
      throws ExecutionException, TimeoutException, InterruptedException {
    var found = new TreeMap<String, Uuid>();
    get(admin.listTopics().listings()).stream()
        .filter(topic -> state.isOne(topic.name()) || written.contains(topic.name()))
        .forEach((TopicListing topic) -> found.put(topic.name(), topic.topicId()));
    return found;
  }

  private boolean hasRead() throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
          .values()
          .stream()
          .anyMatch(Objects::nonNull);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  private Failure failure(Collection<String> gone) {
    var changelogs = gone.stream().filter(state::isOne).toList();
    return changelogs.isEmpty()
        ? new Failure(
            "topics that the processor writes to are gone: " + String.join(", ", gone),
            "Start it again: it creates them anew. What was in them is lost: a level is there again"
                + " with the next change of its subject.")
        : lost(changelogs);
  }

  private Failure lost(Collection<String> changelogs) {
    return new Failure(
        "topics that held the state of the processor are gone, or are others of the same name: "
            + String.join(", ", changelogs),
        ("Stop all processors; delete the group %s, every topic %s-* and their folders state/%s; start"
                + " again. All records that Kafka still has are then assessed anew, and their changes"
                + " told again.")
            .formatted(application, application, application));
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (thread != null) {
        thread.join(TIMEOUT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    admin.close(Duration.ofSeconds(5));
  }
}
