package io.tocsin.examples;

import io.tocsin.client.Connection;
import io.tocsin.client.NewsDraft;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Receipt;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Category;
import java.time.Instant;

/** Publishes one report, and waits until Kafka has it. */
final class PublishNews {
  private PublishNews() {}

  static Receipt publish(String bootstrapServers) {
    var event =
        NewsDraft.of(
                "agency-2015-12-05-1",
                "reuters",
                Instant.parse("2015-12-05T09:00:00Z"),
                "Police in Birmingham arrest two men")
            .entities("isil")
            .regions("GB-BIR")
            .category(Category.ARREST)
            .event();
    try (var publisher =
        TocsinPublisher.open(
            Connection.to(bootstrapServers), PublisherSettings.from("/newsroom"))) {
      return publisher.publish(event).join();
    }
  }
}
