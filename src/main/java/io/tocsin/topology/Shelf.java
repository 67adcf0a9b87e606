package io.tocsin.topology;

import com.carrotsearch.hppc.LongArrayList;
import io.tocsin.assess.Archive;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Report;
import io.tocsin.model.Subject;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Packings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where dossiers lie for which there is no room on the heap: their exhibits, or just the places of
 * the reports to lay them out from. What was put there before it was cleared last does not count
 * any more, and is left to be written over.
 */
final class Shelf {
  private static final Bytes EDITION = Bytes.wrap(new byte[] {0});
  private static final byte NOTES = 0;
  private static final byte EXHIBITS = 1;
  private static final int HEAD = Integer.BYTES + 1;

  /** So many notes are collected before they are written. */
  private static final int COLLECTED = 250_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Function<Subject, Bytes> key;
  private final Function<long[], List<Report>> reports;
  private final Names<String> names;
  private final Map<Subject, LongArrayList> notes = new HashMap<>();
  private int collected;
  private int edition;

  /**
   * @param key under which a subject lies
   * @param reports at places, those that still count
   */
  Shelf(
      KeyValueStore<Bytes, byte[]> store,
      Function<Subject, Bytes> key,
      Function<long[], List<Report>> reports,
      Names<String> names) {
    this.store = store;
    this.key = key;
    this.reports = reports;
    this.names = names;
    byte[] kept = store.get(EDITION);
    edition = kept == null ? 0 : ByteBuffer.wrap(kept).getInt();
  }

  void clear() {
    notes.clear();
    collected = 0;
    edition++;
    store.put(EDITION, ByteBuffer.allocate(Integer.BYTES).putInt(edition).array());
  }

  void put(Subject subject, List<Exhibit> exhibits) {
    byte[] packed = Packings.DOSSIERS.pack(exhibits);
    put(subject, EXHIBITS, ByteBuffer.allocate(HEAD + packed.length).position(HEAD).put(packed));
  }

  Archive.Shelved at(Subject subject) {
    byte[] lying = lying(subject);
    if (lying == null) {
      return Archive.Shelved.NOTHING;
    }
    return lying[Integer.BYTES] == NOTES
        ? new Archive.Shelved(List.of(), reports.apply(places(lying)))
        : new Archive.Shelved(
            Packings.DOSSIERS.unpack(Arrays.copyOfRange(lying, HEAD, lying.length), names),
            List.of());
  }

  /** What was put there since it was cleared, or {@code null}. */
  private byte[] lying(Subject subject) {
    byte[] kept = store.get(key.apply(subject));
    return kept == null || ByteBuffer.wrap(kept).getInt() != edition ? null : kept;
  }

  private static long[] places(byte[] noted) {
    var places = new long[(noted.length - HEAD) / Long.BYTES];
    ByteBuffer.wrap(noted, HEAD, noted.length - HEAD).asLongBuffer().get(places);
    return places;
  }

  /** Notes where a report lies that a subject's dossier has an exhibit of. */
  void note(Subject subject, long place) {
    notes.computeIfAbsent(subject, s -> new LongArrayList(2)).add(place);
    if (++collected >= COLLECTED) {
      writeNotes();
    }
  }

  /** To be called when all is noted. */
  void writeNotes() {
    notes.forEach(
        (subject, places) -> {
          byte[] before = lying(subject);
          int already = before == null ? HEAD : before.length;
          var value = ByteBuffer.allocate(already + places.size() * Long.BYTES);
          if (before != null) {
            value.put(before);
          }
          value.position(already);
          for (int i = 0; i < places.size(); i++) {
            value.putLong(places.get(i));
          }
          put(subject, NOTES, value);
        });
    notes.clear();
    collected = 0;
  }

  private void put(Subject subject, byte kind, ByteBuffer value) {
    value.putInt(0, edition).put(Integer.BYTES, kind);
    store.put(key.apply(subject), value.array());
  }
}
