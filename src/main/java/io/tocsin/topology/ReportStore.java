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
 * The reports on file, as the bundles they came in: what the shuffle has packed is written once
 * more as it is, so a report costs hardly more than its bytes. A bundle goes with its last report.
 */
final class ReportStore {
  private final KeyValueStore<Bytes, byte[]> bundles;
  private final Names<String> names;
  private final DoubleConsumer progress;
  private final Places places = new Places();
  private final BitSet refused = new BitSet();
  private boolean isEntered;
  private byte[] open;

  /** Of the bundle that is open, or of the one that is opened next. */
  private long current;

  private int index;
  private long atHand;

  /**
   * @param progress is told what part of the bundles has been read, while all of them are
   */
  ReportStore(KeyValueStore<Bytes, byte[]> bundles, Names<String> names, DoubleConsumer progress) {
    this.bundles = bundles;
    this.names = names;
    this.progress = progress;
  }

  /** A bundle is going to be assessed. */
  void open(byte[] bundle) {
    open = bundle;
  }

  /** The brief at this place of the open bundle is next. */
  void at(int place) {
    index = place;
    atHand = Places.place(current, index, 0);
  }

  /** The brief at hand does not count: it is not to come back when reports are read again. */
  void refuse() {
    refused.set(index);
  }

  /** The open bundle was assessed: it is kept if any report of it was filed. */
  void close() {
    keepOpen();
    open = null;
    refused.clear();
    current++;
  }

  private void keepOpen() {
    if (open != null && places.isLive(current)) {
      bundles.put(key(current), refused.isEmpty() ? open : Bundle.without(open, refused));
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
    long place = Places.place(current, index, subjects);
    if (report(report.id()) == null) {
      places.enter(report.id(), place);
    } else {
      drop(places.move(report.id(), place));
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
    Bundle bundle = null;
    long opened = -1;
    for (long place : sorted) {
      if (bundle == null || Places.bundle(place) != opened) {
        opened = Places.bundle(place);
        byte[] packed = packed(opened);
        bundle = packed == null ? null : Bundle.open(packed, names);
      }
      if (bundle == null) {
        continue;
      }
      bundle.skip(Places.index(place) - bundle.index() - 1);
      var report = (Report) bundle.next().evidence();
      if (places.isAt(report.id(), place)) {
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
    void read(long bundle, int index, Report report);
  }

  private void each(Reader reader) {
    // Kafka Streams has no exact count of what is on disk
    double total = Math.max(1, bundles.approximateNumEntries());
    long read = 0;
    try (var all = bundles.all()) {
      while (all.hasNext()) {
        progress.accept(Math.min(1, read++ / total));
        var entry = all.next();
        long number = ByteBuffer.wrap(entry.key.get()).getLong();
        var bundle = Bundle.open(entry.value, names);
        while (bundle.hasNext()) {
          var brief = bundle.next();
          if (brief != null && brief.evidence() instanceof Report report) {
            atHand = Places.place(number, bundle.index(), 0);
            reader.read(number, bundle.index(), report);
          }
        }
      }
    }
  }

  private byte[] packed(long bundle) {
    return isOpen(bundle) ? open : bundles.get(key(bundle));
  }

  private Report read(long place) {
    var bundle = Bundle.open(packed(Places.bundle(place)), names);
    bundle.skip(Places.index(place));
    return (Report) bundle.next().evidence();
  }

  private void drop(long bundle) {
    if (bundle != Places.NONE && !isOpen(bundle)) {
      bundles.delete(key(bundle));
    }
  }

  private boolean isOpen(long bundle) {
    return open != null && bundle == current;
  }

  private static Bytes key(long bundle) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(bundle).array());
  }
}
