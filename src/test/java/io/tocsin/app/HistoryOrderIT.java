package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.Connection;
import io.tocsin.client.NewsDraft;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Receipt;
import io.tocsin.client.StatementDraft;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.topology.Tally;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * History that lies in its topics without the numbers of a replay: a hundred days, of which the few
 * statements are read in one fetch and the many reports in dozens.
 */
class HistoryOrderIT {
  private static final int REPORTS = 12_000;
  private static final int EACH = 120;
  private static final int STATEMENTS = REPORTS / EACH;
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void shouldRefuseNoReportAsLate_whenStatementsAreReadFarAheadOfReports() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        var closers = new Closers(name -> {})) {
      var live =
          new LiveRun(broker.bootstrapServers(), folder, "history", "topics.partitions", "1");
      var installation =
          new Installation(live.options, closers, InstantSource.system(), live.heard)
              .cluster(broker.bootstrapServers())
              .topics();
      publish(broker.bootstrapServers());

      installation.processor();

      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  installation.books().balance().counts().get(Tally.Entry.READ)
                          == REPORTS + STATEMENTS
                      && installation.books().balance().isEven());
      assertThat(installation.books().balance().counts())
          .containsEntry(Tally.Entry.DEAD_LETTERED, 0L);
    }
  }

  private static void publish(String bootstrap) {
    try (var publisher =
        TocsinPublisher.open(
            Connection.to(bootstrap).with(new Topics("history", Codecs.of(Format.AVRO))),
            PublisherSettings.from("/history").waiting())) {
      var receipts = new ArrayList<CompletableFuture<Receipt>>();
      for (int i = 0; i < REPORTS; i++) {
        var at = START.plus(SPAN.dividedBy(REPORTS).multipliedBy(i));
        receipts.add(publisher.publish(report(i, at)));
        if (i % EACH == 0) {
          receipts.add(publisher.publish(declaration(i, at)));
        }
      }
      receipts.forEach(CompletableFuture::join);
    }
  }

  private static NewsEvent report(int number, Instant at) {
    return NewsDraft.of("n" + number, "reuters", at, "Report " + number + " of a long history")
        .body("Nothing new in this one. ".repeat(20))
        .entities("isil")
        .regions("GB-BIR")
        .category(Category.PROPAGANDA)
        .event();
  }

  private static OfficialStatement declaration(int number, Instant at) {
    return StatementDraft.of("s" + number, "jtac", at, Action.SET_LEVEL)
        .level(Level.of(number / EACH % 3 + 1))
        .regions("GB")
        .statement();
  }
}
