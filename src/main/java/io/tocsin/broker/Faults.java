package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the broker's fatal faults, which in Kafka end the process at once and without a
 * word: the first is explained, logged and handed on; the rest are its echo.
 *
 * <pre>
 * STARTING: {@link #first} completes, the start fails   SERVING: onFatal is told   CLOSING: silence
 * </pre>
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final long NO_ROOM = 1024 * 1024;

  private enum Phase {
    STARTING,
    SERVING,
    CLOSING
  }

  private final Path folder;
  private final Consumer<Throwable> onFatal;
  private final CompletableFuture<BrokerUnavailable> first = new CompletableFuture<>();
  private Phase phase = Phase.STARTING;

  Faults(Path folder, Consumer<Throwable> onFatal) {
    this.folder = folder;
    this.onFatal = onFatal;
  }

  /** Completes normally with the first fault; never where there is none. */
  CompletableFuture<BrokerUnavailable> first() {
    return first;
  }

  /**
   * From here on it is the one who started us who is told.
   *
   * @throws BrokerUnavailable where a fault came before
   */
  synchronized void serving() {
    if (first.isDone()) {
      throw first.join();
    }
    phase = Phase.SERVING;
  }

  synchronized void closing() {
    phase = Phase.CLOSING;
  }

  /** Reports a fault on whatever thread met it, and returns at once. */
  synchronized BrokerUnavailable report(String where, Throwable cause) {
    var said = cause == null ? where : where + " (" + chain(cause) + ")";
    var failure = new IOException(said, cause);
    var fault = isLost() ? notWritable(folder, failure) : explain(folder, said, failure);
    if (phase != Phase.CLOSING && first.complete(fault) && phase == Phase.SERVING) {
      LOG.error("{}", fault.getMessage(), cause);
      // on a thread of its own, because the one that met the fault must be free for a close()
      var teller = new Thread(() -> onFatal.accept(fault), "tocsin-broker-fault");
      teller.setDaemon(true);
      teller.start();
    }
    return fault;
  }

  /**
   * Files taken away under a serving broker; Kafka would lay new folders in the place of the old.
   */
  private boolean isLost() {
    return phase == Phase.SERVING && !Identity.isThere(DataFolder.logs(folder));
  }

  /** Says in an operator's words what a failure means, and what to do. */
  static BrokerUnavailable explain(Path folder, Throwable failure) {
    return explain(folder, chain(failure), failure);
  }

  private static BrokerUnavailable explain(Path folder, String what, Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BrokerUnavailable known) {
        return known;
      }
      var said = String.valueOf(cause.getMessage());
      if (said.contains("No space left") || said.contains("not enough space on the disk")) {
        return diskFull(folder, 0, failure);
      }
      if (cause instanceof AccessDeniedException
          || said.contains("Permission denied")
          || said.contains("Read-only file system")) {
        return notWritable(folder, failure);
      }
      if (cause instanceof BindException) {
        return new BrokerUnavailable(
            Reason.PORT_TAKEN, "cannot listen (" + said + "): choose another port", failure);
      }
    }
    return bySymptom(folder, what, failure);
  }

  /** Kafka often reports a failed disk without its cause; the folder itself then tells. */
  private static BrokerUnavailable bySymptom(Path folder, String what, Throwable failure) {
    if (!Files.isWritable(folder) || !Files.isWritable(DataFolder.logs(folder))) {
      return notWritable(folder, failure);
    }
    try {
      var free = Files.getFileStore(folder).getUsableSpace();
      if (free < NO_ROOM) {
        return diskFull(folder, free, failure);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return new BrokerUnavailable(
        Reason.FAILED,
        "the embedded broker in %s failed (%s): start again; if that does not help, move the folder away to start with an empty one"
            .formatted(folder, what),
        failure);
  }

  static BrokerUnavailable diskFull(Path folder, long freeBytes, Throwable cause) {
    return new BrokerUnavailable(
        Reason.DISK_FULL,
        "the disk of data folder %s is full (%d MiB left): make room, or choose a folder on another disk"
            .formatted(folder, freeBytes / (1024 * 1024)),
        cause);
  }

  private static BrokerUnavailable notWritable(Path folder, Throwable cause) {
    return new BrokerUnavailable(
        Reason.FOLDER_NOT_WRITABLE,
        "data folder %s is gone or not writable (%s): restore it and its rights, then start again"
            .formatted(folder, text(cause)),
        cause);
  }

  /** What failed, and what was at the bottom of it. */
  static String chain(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return text(failure).contains(text(root))
        ? text(failure)
        : text(failure) + ", because of " + text(root);
  }

  static String text(Throwable failure) {
    var said = failure.getMessage();
    return said == null || said.isBlank()
        ? failure.getClass().getSimpleName()
        : failure.getClass().getSimpleName() + ": " + said;
  }
}
