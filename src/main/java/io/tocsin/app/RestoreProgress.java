package io.tocsin.app;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tells how the processor reads its state back, where there is enough of it to be worth a word. */
final class RestoreProgress implements StateRestoreListener {
  private static final long WORTH_A_WORD = 20_000;

  private final Watch watch;
  private final Map<TopicPartition, Long> total = new HashMap<>();
  private long restored;
  private long left;
  private boolean told;

  RestoreProgress(Watch watch) {
    this.watch = watch;
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition partition, String store, long start, long end) {
    total.put(partition, end - start);
    left += end - start;
    if (left >= WORTH_A_WORD && !told) {
      told = true;
      watch.say("reading the state back from Kafka");
    }
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition partition, String store, long end, long count) {
    restored += count;
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition partition, String store, long count) {
    left -= total.getOrDefault(partition, 0L);
    total.remove(partition);
    if (told && total.isEmpty()) {
      told = false;
      watch.say("read %,d records of state back".formatted(restored));
      restored = 0;
    }
  }

  @Override
  public synchronized void onRestoreSuspended(TopicPartition partition, String store, long count) {
    onRestoreEnd(partition, store, count);
  }
}
