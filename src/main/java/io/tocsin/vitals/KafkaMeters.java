package io.tocsin.vitals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;

/** What Kafka Streams, its clients and its stores measure, as meters. */
public final class KafkaMeters implements AutoCloseable {
  /** Tasks come and go; so soon their meters do as well. */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "tocsin-meters");
            thread.setDaemon(true);
            return thread;
          });
  private final KafkaStreamsMetrics binder;

  public KafkaMeters(KafkaStreams streams, MeterRegistry meters) {
    binder = new KafkaStreamsMetrics(streams, Tags.empty(), scheduler, REFRESH);
    binder.bindTo(meters);
  }

  @Override
  public void close() {
    binder.close();
    scheduler.shutdownNow();
  }
}
