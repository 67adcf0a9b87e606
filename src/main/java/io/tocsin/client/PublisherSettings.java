package io.tocsin.client;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.wire.Topics;
import java.time.Duration;

/**
 * How a {@link TocsinPublisher} works.
 *
 * @param source a URI reference that names who publishes, in the header {@code ce_source}
 * @param bufferBytes how much may be on its way to Kafka at once
 * @param whenFull what becomes of a record for which there is no room
 * @param patience how long Kafka is asked to take a record before it counts as failed
 */
public record PublisherSettings(
    String source, long bufferBytes, WhenFull whenFull, Duration patience) {
  private static final long USUAL_BUFFER = 32L * 1024 * 1024;
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

  /** What becomes of a record for which there is no room. */
  public enum WhenFull {
    /** It fails at once, with {@link PublishFailed.Reason#BUFFER_FULL}. For servers. */
    REFUSE,
    /** The caller waits, as long as its patience lasts. For files. */
    WAIT
  }

  public PublisherSettings {
    if (bufferBytes < Topics.MAX_MESSAGE_BYTES || bufferBytes > Integer.MAX_VALUE) {
      throw new InvalidRecord(
          Problem.of(
              "bufferBytes",
              bufferBytes,
              "must be %d to %d".formatted(Topics.MAX_MESSAGE_BYTES, Integer.MAX_VALUE)));
    }
    if (patience.compareTo(LEAST_PATIENCE) < 0) {
      throw new InvalidRecord(Problem.of("patience", patience, "must be a second or more"));
    }
  }

  /** 32 MiB, refused when full, half a minute of patience. */
  public static PublisherSettings from(String source) {
    return new PublisherSettings(source, USUAL_BUFFER, WhenFull.REFUSE, USUAL_PATIENCE);
  }

  public PublisherSettings withBuffer(long bytes) {
    return new PublisherSettings(source, bytes, whenFull, patience);
  }

  public PublisherSettings withPatience(Duration longest) {
    return new PublisherSettings(source, bufferBytes, whenFull, longest);
  }

  /** The same, but the caller waits for room. */
  public PublisherSettings waiting() {
    return new PublisherSettings(source, bufferBytes, WhenFull.WAIT, patience);
  }
}
