package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Bundle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
  private final Places places = new Places();
  private byte[] open;

  /** Of the bundle that is open, or of the one that is opened next. */
  private long current;

  private int index;

  ReportStore(KeyValueStore<Bytes, byte[]> bundles, Names<String> names) {
    this.bundles = bundles;
    this.names = names;
    enterAll();
  }

  /** A bundle is going to be assessed. */
  void open(byte[] bundle) {
    open = bundle;
  }

  /** The brief at this place of the open bundle is next. */
  void at(int place) {
    index = place;
  }

  /** The open bundle was assessed: it is kept if any report of it was filed. */
  void close() {
    keepOpen();
    open = null;
    current++;
  }

  private void keepOpen() {
    if (open != null && places.isLive(current)) {
      bundles.put(key(current), open);
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

  void review(ToIntFunction<Report> subjects) {
    // a policy comes amid reports, and weighs those of its own bundle too
    keepOpen();
    var gone = new ArrayList<String>();
    each(
        (number, at, report) -> {
          long place = places.supposed(report.id());
          if (Places.bundle(place) == number && Places.index(place) == at) {
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

  private void enterAll() {
    long[] last = {-1};
    each(
        (number, at, report) -> {
          last[0] = number;
          var known = report(report.id());
          long place = Places.place(number, at, 1);
          if (known == null) {
            places.enter(report.id(), place);
          } else if (known.revision() < report.revision()) {
            places.move(report.id(), place);
          }
        });
    current = last[0] + 1;
  }

  /** Takes a report as it is found. */
  private interface Reader {
    void read(long bundle, int index, Report report);
  }

  private void each(Reader reader) {
    try (var all = bundles.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        long number = ByteBuffer.wrap(entry.key.get()).getLong();
        var bundle = Bundle.open(entry.value, names);
        while (bundle.hasNext()) {
          if (bundle.next().evidence() instanceof Report report) {
            reader.read(number, bundle.index(), report);
          }
        }
      }
    }
  }

  private Report read(long place) {
    long number = Places.bundle(place);
    var bundle = Bundle.open(isOpen(number) ? open : bundles.get(key(number)), names);
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
