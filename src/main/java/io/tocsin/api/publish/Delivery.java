package io.tocsin.api.publish;

import io.javalin.http.Header;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.publish.Ingress.NotTaken;
import io.tocsin.api.publish.Ingress.Position;
import io.tocsin.model.Incoming;
import io.tocsin.wire.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands records to Kafka and waits until it has them; counts what became of them. */
final class Delivery {
  private static final int ACCEPTED = 202;
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Ingress ingress;
  private final MeterRegistry meters;
  private final Duration patience;

  /**
   * @param meters take {@code tocsin.http.records} by kind and outcome: published, refused, failed
   */
  Delivery(Ingress ingress, MeterRegistry meters, Duration patience) {
    this.ingress = ingress;
    this.meters = meters;
    this.patience = patience;
  }

  /** Hands one record on; its position is counted when it comes. */
  CompletableFuture<Position> publish(Incoming record, Post.Sent sent) {
    return ingress
        .publish(record, sent.caller().channel(), sent.trace().next())
        .whenComplete((at, e) -> count(sent.kind(), e == null ? "published" : "failed", 1));
  }

  /** Counts records that were not published for a fault of theirs. */
  void refused(Kind kind, long records) {
    count(kind, "refused", records);
  }

  private void count(Kind kind, String outcome, long records) {
    meters
        .counter("tocsin.http.records", "kind", kind.key(), "outcome", outcome)
        .increment(records);
  }

  /** Publishes records, and waits until Kafka has all of them or time is up. */
  Delivered of(Post.Sent sent, List<Incoming> records) {
    var futures = new ArrayList<CompletableFuture<Position>>(records.size());
    for (var record : records) {
      futures.add(publish(record, sent));
      if (futures.get(futures.size() - 1).isCompletedExceptionally()) {
        // each of those to come would wait as long in vain
        count(sent.kind(), "failed", records.size() - futures.size());
        break;
      }
    }
    try {
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // which of them, each future says
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Delivered(records, futures);
  }

  /** What a failure to publish is answered. */
  static Refused failure(Throwable trouble, long accepted, long all) {
    var cause = trouble instanceof CompletionException ? trouble.getCause() : trouble;
    boolean passing = !(cause instanceof NotTaken not) || not.isPassing();
    var refused =
        Refused.of(
                ProblemType.UNAVAILABLE,
                "Kafka has %d of %d records (%s). %s"
                    .formatted(
                        accepted,
                        all,
                        cause.getMessage(),
                        passing
                            ? "Send all again in a moment: a record of the same id and revision counts once."
                            : "The operator of this server must mend that; see tocsin doctor, and tocsin doctor --acls for what Kafka has to allow."),
                cause)
            .with("accepted", accepted);
    return passing ? refused.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS) : refused;
  }

  /**
   * What became of records that were handed on.
   *
   * @param positions in the records' order; fewer where one was not taken
   */
  record Delivered(List<Incoming> records, List<CompletableFuture<Position>> positions) {
    /**
     * The answer: where each lies.
     *
     * @throws Refused where Kafka did not take all
     */
    Answer answer() {
      return Answer.json(ACCEPTED, body());
    }

    Map<String, Object> body() {
      var lying = new ArrayList<Map<String, Object>>(records.size());
      Throwable trouble = null;
      for (int i = 0; i < positions.size(); i++) {
        var position = positions.get(i);
        if (position.isDone() && !position.isCompletedExceptionally()) {
          lying.add(lying(records.get(i), position.join()));
        } else if (trouble == null) {
          trouble = trouble(position);
        }
      }
      if (trouble != null) {
        throw failure(trouble, lying.size(), records.size()).with("records", lying);
      }
      var body = new LinkedHashMap<String, Object>();
      body.put("accepted", lying.size());
      body.put("records", lying);
      return body;
    }

    private static Throwable trouble(CompletableFuture<Position> position) {
      try {
        position.getNow(null);
        return new NotTaken(true, "it does not answer in time", null);
      } catch (CompletionException e) {
        return e;
      }
    }

    private static Map<String, Object> lying(Incoming record, Position at) {
      var one = new LinkedHashMap<String, Object>();
      one.put("id", record.id());
      one.put("topic", at.topic());
      one.put("partition", at.partition());
      one.put("offset", at.offset());
      return one;
    }
  }
}
