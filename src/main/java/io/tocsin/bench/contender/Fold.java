package io.tocsin.bench.contender;

import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** A score that decays, the last declaration, and a word when the greater of both moves. */
final class Fold implements Processor<String, byte[], String, String> {
  private static final double HALF_LIFE_MILLIS = 48 * 3_600_000.0;
  private static final double[] WEIGHTS = {24, 18, 14, 10, 8, 8, 8, 8, 10, 4, 1};
  private static final double[] THRESHOLDS = {10, 20, 40, 80};
  private static final int LOW = 0;

  private ProcessorContext<String, String> context;
  private KeyValueStore<String, byte[]> scores;

  /** What is kept of an entity in a region. */
  private record State(double score, long time, int declared) {
    static State of(byte[] bytes) {
      if (bytes == null) {
        return new State(0, 0, LOW);
      }
      var from = ByteBuffer.wrap(bytes);
      return new State(from.getDouble(), from.getLong(), from.getInt());
    }

    byte[] bytes() {
      return ByteBuffer.allocate(Double.BYTES + Long.BYTES + Integer.BYTES)
          .putDouble(score)
          .putLong(time)
          .putInt(declared)
          .array();
    }

    State reported(double weight, long at) {
      long now = Math.max(time, at);
      double decayed = score * Math.pow(2, (time - now) / HALF_LIFE_MILLIS);
      double added = weight * Math.pow(2, (at - now) / HALF_LIFE_MILLIS);
      return new State(decayed + added, now, declared);
    }

    int level() {
      int level = LOW;
      while (level < THRESHOLDS.length && score >= THRESHOLDS[level]) {
        level++;
      }
      return Math.max(level, declared);
    }
  }

  @Override
  public void init(ProcessorContext<String, String> context) {
    this.context = context;
    scores = context.getStateStore(Naive.STORE);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    var claim = ByteBuffer.wrap(record.value());
    long time = claim.getLong();
    int kind = claim.getInt();
    boolean official = claim.get() == 1;
    var before = State.of(scores.get(record.key()));
    var after =
        official
            ? new State(before.score(), before.time(), kind < 0 ? before.declared() : kind)
            : before.reported(kind >= 0 && kind < WEIGHTS.length ? WEIGHTS[kind] : 0, time);
    scores.put(record.key(), after.bytes());
    if (after.level() != before.level()) {
      context.forward(
          record.withValue(
              "{\"subject\":\"%s\",\"previous\":%d,\"level\":%d,\"score\":%.3f,\"at\":%d}"
                  .formatted(record.key(), before.level(), after.level(), after.score(), time)));
    }
  }
}
