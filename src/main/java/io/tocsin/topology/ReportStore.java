package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Bundle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private final Map<Long, byte[]> open = new LinkedHashMap<>();
  private long next;
  private long current;
  private int index;

  ReportStore(KeyValueStore<Bytes, byte[]> bundles, Names<String> names) {
    this.bundles = bundles;
    this.names = names;
    enterAll();
  }

  /** A bundle is going to be assessed, perhaps among others; its number. */
  long open(byte[] bundle) {
    open.put(next, bundle);
    return next++;
  }

  /** The brief at this place of an open bundle is next. */
  void at(long bundle, int place) {
    current = bundle;
    index = place;
  }

  /** All open bundles were assessed: each is kept of which any report was filed. */
  void close() {
    open.forEach(
        (number, bundle) -> {
          if (places.isLive(number)) {
            bundles.put(key(number), bundle);
          }
        });
    open.clear();
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
    next = last[0] + 1;
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
    byte[] fresh = open.get(number);
    var bundle = Bundle.open(fresh == null ? bundles.get(key(number)) : fresh, names);
    bundle.skip(Places.index(place));
    return (Report) bundle.next().evidence();
  }

  private void drop(long bundle) {
    if (bundle != Places.NONE && !open.containsKey(bundle)) {
      bundles.delete(key(bundle));
    }
  }

  private static Bytes key(long bundle) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(bundle).array());
  }
}
