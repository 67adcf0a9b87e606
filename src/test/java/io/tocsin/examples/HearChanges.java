package io.tocsin.examples;

import io.tocsin.client.Connection;
import io.tocsin.client.Start;
import io.tocsin.client.TocsinSubscriber;
import io.tocsin.model.Level;
import java.util.function.Consumer;

/** Hears of every level that rises to SEVERE or above, from now on. */
final class HearChanges {
  private HearChanges() {}

  static TocsinSubscriber hear(String bootstrapServers, Consumer<String> desk) {
    return TocsinSubscriber.start(
        Connection.to(bootstrapServers),
        Start.now(),
        received -> {
          var change = received.change();
          if (change.level().compareTo(Level.SEVERE) >= 0
              && change.level().compareTo(change.previousLevel()) > 0) {
            desk.accept(change.subject() + " is " + change.level());
          }
        });
  }
}
