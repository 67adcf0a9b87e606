package io.tocsin.app;

import io.tocsin.client.ChangeHandler;
import io.tocsin.client.Positions;
import io.tocsin.client.Received;
import io.tocsin.client.Start;
import io.tocsin.client.TocsinSubscriber;
import io.tocsin.model.AlertLevelChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Changes as they come. Without a group, so that nothing is left behind, and each subscriber hears
 * all; while a broker is away it waits and goes on where it was.
 */
final class SubscribeRun {
  private static final long BETWEEN_LOOKS_MILLIS = 250;

  /** The partitions of the past are read one beside the other; people read it by time. */
  private static final Comparator<AlertLevelChange> IN_ORDER =
      Comparator.comparing(AlertLevelChange::effectiveAt)
          .thenComparing(AlertLevelChange::subject)
          .thenComparingLong(AlertLevelChange::sequence);

  private final Options options;
  private final Shutdown shutdown;

  SubscribeRun(Options options, Shutdown shutdown) {
    this.options = options;
    this.shutdown = shutdown;
  }

  /**
   * From now on, or from a time of the past; until the run is asked to end.
   *
   * @throws Failure where the selection names what is not known
   */
  void run(Requests.Selection selection, Watch watch) {
    var chosen = new Chosen(selection, Wiring.reference(options));
    chosen.notes().forEach(watch::say);
    var start = selection.since() == null ? Start.now() : Start.since(selection.since());
    var listener = new Listener(chosen, watch);
    var connection = Wiring.connection(options, Wiring.bootstrap(options));
    try (var subscriber = TocsinSubscriber.start(connection, start, listener)) {
      while (!shutdown.await(BETWEEN_LOOKS_MILLIS) && !subscriber.ended().isDone()) {
        // what comes is told by the subscriber's own thread
      }
      if (subscriber.ended().isCompletedExceptionally()) {
        subscriber.ended().join();
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (InterruptException | InterruptedException e) {
      // asked to end; the flag must not disturb what is closed next
      Thread.interrupted();
    }
  }

  /** Tells the past in its order once it is complete, and then each change at once. */
  private static final class Listener implements ChangeHandler {
    private final Chosen chosen;
    private final Watch watch;
    private final List<AlertLevelChange> past = new ArrayList<>();
    private boolean live;

    Listener(Chosen chosen, Watch watch) {
      this.chosen = chosen;
      this.watch = watch;
    }

    @Override
    public void changed(Received received) {
      if (!chosen.change(received.change())) {
        return;
      }
      if (live) {
        watch.change(received.change());
      } else {
        past.add(received.change());
      }
    }

    @Override
    public void caughtUp(Positions at) {
      past.stream().sorted(IN_ORDER).forEach(watch::change);
      past.clear();
      live = true;
    }

    @Override
    public void passedOver(String where, String why) {
      watch.say("passed over what is no change, at " + where);
    }
  }
}
