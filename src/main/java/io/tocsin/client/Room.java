package io.tocsin.client;

import io.tocsin.client.PublisherSettings.WhenFull;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** How much more may be on its way. */
final class Room {
  private final Semaphore bytes;
  private final PublisherSettings settings;

  Room(PublisherSettings settings) {
    this.settings = settings;
    // fair where callers wait: a large record must not wait for ever behind small ones
    bytes = new Semaphore((int) settings.bufferBytes(), settings.whenFull() == WhenFull.WAIT);
  }

  /** Whether there is room for so much; it is taken then. */
  boolean take(int size) {
    if (settings.whenFull() == WhenFull.REFUSE) {
      return bytes.tryAcquire(size);
    }
    try {
      return bytes.tryAcquire(size, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Whether there would be room for so much. */
  boolean isFor(int size) {
    return bytes.availablePermits() >= size;
  }

  void free(int size) {
    bytes.release(size);
  }

  /** Bytes on their way. */
  long taken() {
    return settings.bufferBytes() - bytes.availablePermits();
  }
}
