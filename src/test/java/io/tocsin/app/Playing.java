package io.tocsin.app;

import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.reference.Reference;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Line;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shipped scenario, read whole and played into the pure core. */
final class Playing {
  final List<Line> lines;
  final List<AlertLevelChange> changes = new ArrayList<>();
  final List<Backtest.Fate> fates = new ArrayList<>();
  final Backtest backtest =
      new Backtest(Reference.load(null), Policy.DEFAULT, change -> changes.add(change));

  private Playing(List<Line> lines) {
    this.lines = lines;
  }

  static Playing scenario(String name) throws IOException {
    try (InputStream in = Playing.class.getResourceAsStream("/scenarios/" + name);
        var events = EventLines.read(in)) {
      var lines = new ArrayList<Line>();
      events.forEachRemaining(lines::add);
      return new Playing(lines);
    }
  }

  List<Incoming> records() {
    return lines.stream()
        .filter(Line.Good.class::isInstance)
        .map(line -> ((Line.Good) line).record())
        .toList();
  }

  Playing toTheEnd() {
    records().forEach(record -> fates.add(backtest.accept(record)));
    return this;
  }

  /** Everything that had come into being by then, and the clock at that moment. */
  Playing until(String moment) {
    var end = Instant.parse(moment);
    records().stream()
        .filter(record -> !record.arrivalTime().isAfter(end))
        .forEach(record -> fates.add(backtest.accept(record)));
    backtest.advance(end.toEpochMilli());
    return this;
  }
}
