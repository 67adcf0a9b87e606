package io.tocsin.topology;

import com.carrotsearch.hppc.ObjectObjectHashMap;
import io.tocsin.assess.Archive;
import io.tocsin.assess.Ceiling;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Report;
import io.tocsin.model.Subject;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Packings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where dossiers lie that are not at hand: slips about them on the heap, as long as there is room;
 * in a store their exhibits, or just the places of the reports to lay them out from. What was put
 * into the store before it was cleared last does not count any more, and is left to be written
 * over.
 */
final class Shelf {
  private static final Bytes EDITION = Bytes.wrap(new byte[] {0});

  /** When there is no room left, this part of the slips goes to the store. */
  private static final int PART = 16;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Function<Subject, Bytes> key;
  private final Predicate<Subject> known;
  private final Function<long[], List<Report>> reports;
  private final Names<String> names;
  private final int room;
  private final ObjectObjectHashMap<Subject, Slip> slips = new ObjectObjectHashMap<>();
  private boolean isInUse;
  private int edition;

  /**
   * @param key under which a subject lies
   * @param known whether anything may lie there
   * @param reports at places, those that still count
   * @param room for so many slips on the heap
   */
  Shelf(
      KeyValueStore<Bytes, byte[]> store,
      Function<Subject, Bytes> key,
      Predicate<Subject> known,
      Function<long[], List<Report>> reports,
      Names<String> names,
      int room) {
    this.store = store;
    this.key = key;
    this.known = known;
    this.reports = reports;
    this.names = names;
    this.room = room;
    byte[] kept = store.get(EDITION);
    edition = kept == null ? 0 : ByteBuffer.wrap(kept).getInt();
  }

  void clear() {
    slips.clear();
    isInUse = false;
    edition++;
    store.put(EDITION, ByteBuffer.allocate(Integer.BYTES).putInt(edition).array());
  }

  void put(Subject subject, List<Exhibit> exhibits) {
    write(subject, new Shelved(Packings.DOSSIERS.pack(exhibits), new long[0], null));
    var slip = slips.get(subject);
    if (slip != null) {
      slip.clear();
    }
  }

  Archive.Shelved at(Subject subject) {
    var lying = lying(subject);
    var slip = slips.get(subject);
    var all = slip == null ? lying : lying.with(slip);
    List<Exhibit> exhibits =
        all.exhibits().length == 0 ? List.of() : Packings.DOSSIERS.unpack(all.exhibits(), names);
    return new Archive.Shelved(
        exhibits, all.places().length == 0 ? List.of() : reports.apply(all.places()));
  }

  /** Notes where a report lies that a subject's dossier has an exhibit of. */
  void note(Subject subject, long place, Ceiling ceiling) {
    var slip = slip(subject);
    slip.note(place);
    slip.ceiling(ceiling);
  }

  Ceiling ceiling(Subject subject) {
    var slip = slips.get(subject);
    if (slip != null || !mayLie(subject)) {
      return slip == null ? null : slip.ceiling();
    }
    return slip(subject).ceiling();
  }

  /** Begins a slip in any case: while nobody knows of a subject, it need not be looked for. */
  void cover(Subject subject, Ceiling ceiling) {
    slip(subject).ceiling(ceiling);
  }

  private Slip slip(Subject subject) {
    var slip = slips.get(subject);
    if (slip == null) {
      makeRoom();
      slip = new Slip();
      slip.ceiling(lying(subject).ceiling());
      slips.put(subject, slip);
    }
    return slip;
  }

  /** Any of them will do: who is spoken of next, nobody knows. */
  private void makeRoom() {
    if (slips.size() < room) {
      return;
    }
    var leaving = new ArrayList<Subject>(room / PART + 1);
    for (var entry : slips) {
      leaving.add(entry.key);
      if (leaving.size() > room / PART) {
        break;
      }
    }
    for (var subject : leaving) {
      write(subject, lying(subject).with(slips.remove(subject)));
    }
  }

  private boolean mayLie(Subject subject) {
    return isInUse && known.test(subject);
  }

  private Shelved lying(Subject subject) {
    return mayLie(subject) ? Shelved.of(store.get(key.apply(subject)), edition) : Shelved.NOTHING;
  }

  private void write(Subject subject, Shelved shelved) {
    isInUse = true;
    store.put(key.apply(subject), shelved.packed(edition));
  }
}
