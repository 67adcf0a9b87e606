package io.tocsin.app;

import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.read.Letters;
import io.tocsin.client.Connection;
import io.tocsin.client.PublishFailed;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.deliver.deadletter.DeadLetters;
import io.tocsin.deliver.deadletter.Filter;
import io.tocsin.deliver.deadletter.Letter;
import io.tocsin.deliver.deadletter.Listing;
import io.tocsin.deliver.deadletter.Place;
import io.tocsin.deliver.deadletter.Readable;
import io.tocsin.deliver.deadletter.Retried;
import io.tocsin.deliver.deadletter.Retry;
import io.tocsin.wire.Unreadable;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Dead letters in Kafka. What is published again over HTTP bears no voucher: a statement that was
 * not entitled is not so for having been corrected.
 */
final class KafkaLetters implements Letters {
  private final Connection connection;
  private final DeadLetters letters;
  private final String source;

  KafkaLetters(Connection connection, String source) {
    this.connection = connection;
    this.letters = new DeadLetters(connection);
    this.source = source;
  }

  @Override
  public Listing list(Filter filter, int limit) {
    return letters.list(filter, limit);
  }

  @Override
  public Optional<Letter> find(Place place) {
    return letters.find(place);
  }

  @Override
  public Readable value(Letter letter) {
    return Readable.value(letter, connection.topics());
  }

  @Override
  public Retried retry(Letter letter, byte[] value) {
    try (var publisher = TocsinPublisher.open(connection, PublisherSettings.from(source))) {
      var retry = new Retry(connection, publisher);
      return (value == null ? retry.again(letter) : retry.corrected(letter, value)).join();
    } catch (Unreadable e) {
      throw Refused.of(
          ProblemType.INVALID_RECORD,
          "That is no record for %s: %s".formatted(letter.heading().from().topic(), e.getMessage()),
          e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishFailed failed) {
        throw Refused.of(
            ProblemType.UNAVAILABLE, failed.getMessage() + " The letter is still there.", failed);
      }
      throw e;
    }
  }
}
