package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be published of a document, given what is known of its feed.
 *
 * @param records to publish, in the order of the document
 * @param fresh how many of them are new items
 * @param revised how many of them are changed items
 * @param same how many items are as they were
 * @param refusals items that cannot be published
 * @param memory what is known then
 */
record Edition(
    List<Incoming> records,
    int fresh,
    int revised,
    int same,
    List<Refusal> refusals,
    Memory memory) {

  /**
   * @param found the records of a document
   * @param now when it was fetched
   */
  static Edition of(Collection<Incoming> found, Memory before, Instant now) {
    return new Press(before, now).print(found);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  private static final class Press {
    private static final Comparator<Incoming> LATEST =
        Comparator.<Incoming>comparingInt(Item::revision).thenComparing(Incoming::arrivalTime);

    private final Instant now;
    private final Map<String, Item> items;
    private final List<Incoming> records = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int fresh;
    private int revised;
    private int same;

    Press(Memory before, Instant now) {
      this.now = now;
      this.items = new HashMap<>(before.items());
    }

    Edition print(Collection<Incoming> found) {
      latest(found).values().forEach(this::take);
      return new Edition(records, fresh, revised, same, refusals, new Memory(items));
    }

    /** Two items under one id would take turns for ever: the latest is meant. */
    private Map<String, Incoming> latest(Collection<Incoming> found) {
      var latest = new LinkedHashMap<String, Incoming>();
      for (var record : found) {
        var other = latest.putIfAbsent(record.id(), record);
        if (other != null) {
          latest.put(record.id(), LATEST.compare(record, other) > 0 ? record : other);
          tellApart(record, other);
        }
      }
      return latest;
    }

    /** Versions of one item may stand beside each other, different items may not. */
    private void tellApart(Incoming one, Incoming other) {
      if (Item.revision(one) == Item.revision(other) && !Digest.of(one).equals(Digest.of(other))) {
        refusals.add(
            new Refusal(
                one.id(),
                List.of(
                    new Problem(
                        "id",
                        one.id(),
                        "must be of one item in a document: the latest of them was taken"))));
      }
    }

    private void take(Incoming found) {
      var known = items.get(found.id());
      try {
        if (known == null) {
          publish(found, found, found.arrivalTime());
          fresh++;
        } else if (known.digest().equals(Digest.of(found)) || known.isOlder(found)) {
          again(found, known);
        } else {
          publish(revision(known, found), found, known.dated());
          revised++;
        }
      } catch (InvalidRecord e) {
        refusals.add(Refusal.of(found.id(), e));
      }
    }

    private Incoming revision(Item known, Incoming found) {
      int number = Math.max(known.revision() + 1, Item.revision(found));
      return new Revision(number, known.at(), known.dated(), now).of(found);
    }

    /** As it was: to be published only where nobody knows whether it is. */
    private void again(Incoming found, Item known) {
      if (!known.had() && known.digest().equals(Digest.of(found))) {
        records.add(
            known.revision() == 0
                ? found
                : new Revision(
                        known.revision(), known.at().minusMillis(1), known.dated(), known.at())
                    .of(found));
      }
      same++;
      items.put(found.id(), known.seen(Memory.day(now)));
    }

    private void publish(Incoming record, Incoming found, Instant dated) {
      records.add(record);
      items.put(found.id(), Item.of(record, found, dated, Memory.day(now)));
    }
  }
}
