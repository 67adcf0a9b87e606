package io.tocsin.app;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor starts with files of its stores damaged, in ways that opening and reading meet. */
class DamagedStoreIT {
  private static final int RECORDS = 600;
  private static final int HALF = RECORDS / 2;
  private static final String TABLE = ".sst";

  @TempDir Path folder;

  @Test
  void shouldGoOnFromKafka_whenTablesDoNotOpen() throws Exception {
    shouldGoOnAfter("reports", TABLE, file -> flip(file, 0, file.length(), 64));
  }

  @Test
  void shouldGoOnFromKafka_whenABlockIsDamagedThatOnlyReadingMeets() throws Exception {
    shouldGoOnAfter("standings", TABLE, file -> flip(file, 4, 5, 1));
  }

  @Test
  void shouldGoOnFromKafka_whenManifestsAreCut() throws Exception {
    shouldGoOnAfter("standings", "MANIFEST-", file -> file.setLength(file.length() / 2));
  }

  private interface Damage {
    void to(RandomAccessFile file) throws IOException;
  }

  private void shouldGoOnAfter(String store, String part, Damage damage) throws Exception {
    var world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
    var records = records();
    var expected = new ArrayList<AlertLevelChange>();
    var backtest = new Backtest(Reference.load(world), Policy.DEFAULT, expected::add);
    records.forEach(backtest::accept);
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      var live =
          new LiveRun(broker.bootstrapServers(), folder, "damaged", "reference", world.toString());
      live.replay(records.subList(0, HALF));
      var files = files(live.options.data(), store, part);
      assertThat(files).isNotEmpty();
      for (var path : files) {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
          damage.to(file);
        }
      }

      live.replay(records.subList(HALF, records.size()));

      assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(expected));
      assertThat(LiveRun.standings(live.levels().values()))
          .isEqualTo(LiveRun.standings(backtest.latest()));
    }
  }

  /** With a tick in the middle, as a replay ends with one. */
  private static List<Incoming> records() {
    var records =
        Scenarios.random(11, RECORDS, Duration.ofDays(12), Scenarios.Options.WILD).stream()
            .map(Incoming.class::cast)
            .collect(toCollection(ArrayList::new));
    var latest =
        records.subList(0, HALF - 1).stream().map(Incoming::arrivalTime).max(naturalOrder());
    records.set(HALF - 1, Scenarios.tick("half", latest.orElseThrow()));
    return records;
  }

  private static List<Path> files(Path data, String store, String part) throws IOException {
    try (var files = Files.walk(data.resolve("state"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .filter(file -> file.getParent().getFileName().toString().equals(store))
          .toList();
    }
  }

  private static void flip(RandomAccessFile file, long from, long to, int step) throws IOException {
    for (long at = from; at < to; at += step) {
      file.seek(at);
      int was = file.read();
      file.seek(at);
      file.write(was ^ 0xff);
    }
  }
}
