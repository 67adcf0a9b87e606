package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Bundle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The reports on file, as the bundles they came in, cut into sheets: what the shuffle has packed is
 * written once more as it is, so a report costs hardly more than its bytes, and the sheet it is on
 * to read it again. A sheet goes with its last report.
 */
final class ReportStore {
  /** So many briefs are on a sheet: more cost more to read one of, fewer more to write. */
  static final int SHEET = 32;

  private final KeyValueStore<Bytes, byte[]> sheets;
  private final Names<String> names;
  private final DoubleConsumer progress;
  private final Places places = new Places();

  /** Which briefs of the open bundle count: others must not come back when all are read again. */
  private final BitSet filed = new BitSet();

  private boolean isEntered;

  /** Of the bundle that is open. */
  private List<byte[]> open = List.of();

  /** The number of the first of them, or of the one that comes next. */
  private long current;

  private int index;
  private long atHand;

  /**
   * @param progress is told what part of the sheets has been read, while all of them are
   */
  ReportStore(KeyValueStore<Bytes, byte[]> sheets, Names<String> names, DoubleConsumer progress) {
    this.sheets = sheets;
    this.names = names;
    this.progress = progress;
  }

  /** A bundle is going to be assessed. */
  void open(byte[] bundle) {
    open = Bundle.sheets(bundle, SHEET);
  }

  /** The brief at this place of the open bundle is next. */
  void at(int place) {
    index = place;
    atHand = place(0);
  }

  private long place(int subjects) {
    return Places.place(current + index / SHEET, index % SHEET, subjects);
  }

  /** The open bundle was assessed: what it has of sheets with a report that was filed is kept. */
  void close() {
    keepOpen();
    current += open.size();
    open = List.of();
    filed.clear();
  }

  private void keepOpen() {
    for (int i = 0; i < open.size(); i++) {
      if (places.isLive(current + i)) {
        int first = i * SHEET;
        byte[] kept = Bundle.keeping(open.get(i), place -> filed.get(first + place));
        sheets.put(key(current + i), kept);
      }
    }
  }

  int revision(String event) {
    var report = report(event);
    return report == null ? -1 : report.revision();
  }

  Report report(String event) {
    long place = places.supposed(event);
    if (place == Places.NONE) {
      return null;
    }
    var report = read(place);
    return report.id().equals(event) ? report : null;
  }

  void file(Report report, int subjects) {
    long place = place(subjects);
    if (report(report.id()) == null) {
      places.enter(report.id(), place);
    } else {
      long former = places.supposed(report.id());
      drop(places.move(report.id(), place));
      strike(former);
    }
    filed.set(index);
  }

  /** An edition that was replaced would come back once the one in its place is gone. */
  private void strike(long place) {
    long sheet = Places.sheet(place);
    int at = Places.index(place);
    if (isOpen(sheet)) {
      filed.clear((int) (sheet - current) * SHEET + at);
    } else if (places.isLive(sheet)) {
      sheets.put(key(sheet), Bundle.keeping(sheets.get(key(sheet)), other -> other != at));
    }
  }

  void release(String event) {
    drop(places.release(event));
  }

  /**
   * The reports at places that still count: no revision has taken their place, and none is gone.
   */
  List<Report> at(long[] noted) {
    var found = new ArrayList<Report>(noted.length);
    long[] sorted = noted.clone();
    Arrays.sort(sorted);
    Bundle sheet = null;
    long opened = -1;
    for (long place : sorted) {
      if (sheet == null || Places.sheet(place) != opened) {
        opened = Places.sheet(place);
        byte[] packed = packed(opened);
        sheet = packed == null ? null : Bundle.open(packed, names);
      }
      if (sheet == null) {
        continue;
      }
      sheet.skip(Places.index(place) - sheet.index() - 1);
      // none where it was replaced since it was noted
      var brief = sheet.next();
      if (brief != null
          && brief.evidence() instanceof Report report
          && places.isAt(report.id(), place)) {
        found.add(report);
      }
    }
    return found;
  }

  /** The place of the report at hand: of the open bundle, or while they are gone through. */
  long atHand() {
    return atHand;
  }

  void review(ToIntFunction<Report> subjects, Consumer<Report> replaced) {
    if (!isEntered) {
      isEntered = true;
      enterAll(subjects, replaced);
      return;
    }
    // a policy comes amid reports, and weighs those of its own bundle too
    keepOpen();
    var gone = new ArrayList<String>();
    each(
        (number, at, report) -> {
          if (places.isAt(report.id(), Places.place(number, at, 0))) {
            int count = subjects.applyAsInt(report);
            if (count < 0) {
              gone.add(report.id());
            } else {
              places.move(report.id(), Places.place(number, at, count));
            }
          }
        });
    gone.forEach(event -> drop(places.remove(event)));
  }

  /** Finds out which reports lie where, and what they are for, in one go: to read them is most. */
  private void enterAll(ToIntFunction<Report> subjects, Consumer<Report> replaced) {
    var gone = new HashSet<String>();
    current = -1;
    each(
        (number, at, report) -> {
          current = number;
          var known = report(report.id());
          if (known != null && known.revision() >= report.revision()) {
            return;
          }
          int count = subjects.applyAsInt(report);
          long place = Places.place(number, at, Math.max(0, count));
          if (known == null) {
            places.enter(report.id(), place);
          } else {
            replaced.accept(known);
            places.move(report.id(), place);
            gone.remove(report.id());
          }
          if (count < 0) {
            gone.add(report.id());
          }
        });
    current++;
    gone.forEach(event -> drop(places.remove(event)));
  }

  /** Takes a report as it is found. */
  private interface Reader {
    void read(long sheet, int index, Report report);
  }

  private void each(Reader reader) {
    // Kafka Streams has no exact count of what is on disk
    double total = Math.max(1, sheets.approximateNumEntries());
    long read = 0;
    try (var all = sheets.all()) {
      while (all.hasNext()) {
        progress.accept(Math.min(1, read++ / total));
        var entry = all.next();
        long number = ByteBuffer.wrap(entry.key.get()).getLong();
        var sheet = Bundle.open(entry.value, names);
        while (sheet.hasNext()) {
          var brief = sheet.next();
          if (brief != null && brief.evidence() instanceof Report report) {
            atHand = Places.place(number, sheet.index(), 0);
            reader.read(number, sheet.index(), report);
          }
        }
      }
    }
  }

  private byte[] packed(long sheet) {
    return isOpen(sheet) ? open.get((int) (sheet - current)) : sheets.get(key(sheet));
  }

  private Report read(long place) {
    var sheet = Bundle.open(packed(Places.sheet(place)), names);
    sheet.skip(Places.index(place));
    return (Report) sheet.next().evidence();
  }

  /** One of the open bundle, too: a policy amid it may have kept it. */
  private void drop(long sheet) {
    if (sheet != Places.NONE) {
      sheets.delete(key(sheet));
    }
  }

  private boolean isOpen(long sheet) {
    return sheet >= current && sheet < current + open.size();
  }

  private static Bytes key(long sheet) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(sheet).array());
  }
}
