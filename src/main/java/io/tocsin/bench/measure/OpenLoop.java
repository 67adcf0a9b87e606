package io.tocsin.bench.measure;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends at a rate that does not care how the contender gets on: news as load, and between them
 * probes and pings, each at its own moment of a schedule that was fixed before.
 */
final class OpenLoop {
  private static final long NANOS = 1_000_000_000L;
  private static final long NAP_NANOS = 200_000;
  private static final double MOST_PROBES = 100;
  private static final double LEAST_PROBES = 5;
  private static final int LOAD_FOR_A_PROBE = 4;
  private static final byte[] PING = new byte[450];

  private final Publishing publishing;
  private final KafkaProducer<byte[], byte[]> bulk;
  private final KafkaProducer<byte[], byte[]> probes;
  private final Ear changes;
  private final Ear pings;
  private final String pingTopic;
  private long news;
  private int probe;
  private long ping;

  OpenLoop(
      Publishing publishing,
      KafkaProducer<byte[], byte[]> bulk,
      KafkaProducer<byte[], byte[]> probes,
      Ear changes,
      Ear pings,
      String pingTopic) {
    this.publishing = publishing;
    this.bulk = bulk;
    this.probes = probes;
    this.changes = changes;
    this.pings = pings;
    this.pingTopic = pingTopic;
  }

  /**
   * Sends for so long.
   *
   * @return records a second that were sent
   */
  double run(double rate, double seconds) throws InterruptedException {
    double probeRate = Math.max(LEAST_PROBES, Math.min(MOST_PROBES, rate / LOAD_FOR_A_PROBE));
    double newsRate = Math.max(0, rate - probeRate);
    long begun = System.nanoTime();
    long end = begun + (long) (seconds * NANOS);
    long sentNews = 0;
    long sentProbes = 0;
    long sentPings = 0;
    while (true) {
      long now = System.nanoTime();
      if (now - end >= 0) {
        return (sentNews + sentProbes) * (double) NANOS / (now - begun);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("while sending");
      }
      double passed = (now - begun) / (double) NANOS;
      if (sentProbes < passed * probeRate) {
        probe(begun + (long) (sentProbes / probeRate * NANOS));
        sentProbes++;
      }
      // half way between two probes, so that neither waits for the other
      if (sentPings + 0.5 < passed * probeRate) {
        ping(begun + (long) ((sentPings + 0.5) / probeRate * NANOS));
        sentPings++;
      }
      if (sentNews < passed * newsRate) {
        load();
        sentNews++;
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  private void probe(long intended) {
    changes.await(publishing.subjectOfProbe(probe), intended);
    probes.send(publishing.probe(probe, news));
    probe++;
  }

  private void ping(long intended) {
    var key = "ping-" + ping++;
    pings.await(key, intended);
    probes.send(new ProducerRecord<>(pingTopic, key.getBytes(StandardCharsets.UTF_8), PING));
  }

  private void load() {
    bulk.send(publishing.news(news));
    if (publishing.isBeforeStatement(news)) {
      bulk.send(publishing.statementAfter(news));
    }
    news++;
  }
}
