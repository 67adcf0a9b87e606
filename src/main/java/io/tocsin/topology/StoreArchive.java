package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Archive;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Filing;
import io.tocsin.assess.Standing;
import io.tocsin.assess.Statement;
import io.tocsin.model.Subject;
import io.tocsin.wire.packed.Packings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The archive in state stores. Subjects lie under their country, due subjects under their moment.
 */
final class StoreArchive implements Archive {
  private static final byte[] PRESENT = {1};
  private static final StringSerializer TEXT = new StringSerializer();

  private final UnaryOperator<String> countryOf;
  private final KeyValueStore<Bytes, byte[]> standings;
  private final KeyValueStore<Bytes, byte[]> exhibits;
  private final KeyValueStore<Bytes, byte[]> filings;
  private final KeyValueStore<Bytes, byte[]> statements;
  private final KeyValueStore<Bytes, byte[]> due;
  private long earliest = Long.MIN_VALUE;

  StoreArchive(ProcessorContext<?, ?> context, UnaryOperator<String> countryOf) {
    this.countryOf = countryOf;
    standings = context.getStateStore(Stores.STANDINGS);
    exhibits = context.getStateStore(Stores.EXHIBITS);
    filings = context.getStateStore(Stores.FILINGS);
    statements = context.getStateStore(Stores.STATEMENTS);
    due = context.getStateStore(Stores.DUE);
  }

  @Override
  public Standing standing(Subject subject) {
    byte[] kept = standings.get(key(subject));
    return kept == null ? null : Packings.STANDINGS.unpack(kept);
  }

  @Override
  public void keep(Subject subject, Standing standing) {
    standings.put(key(subject), Packings.STANDINGS.pack(standing));
  }

  @Override
  public Collection<Subject> subjects(String country) {
    return all(standings.prefixScan(country + "|", TEXT), StoreArchive::subject);
  }

  @Override
  public Collection<Subject> subjects() {
    return all(standings.all(), StoreArchive::subject);
  }

  @Override
  public List<Exhibit> exhibits(Subject subject) {
    var found = new ArrayList<Exhibit>();
    try (var scan = exhibits.prefixScan(text(subject) + "|", TEXT)) {
      scan.forEachRemaining(entry -> found.add(Packings.EXHIBITS.unpack(entry.value)));
    }
    found.sort(Exhibit.ORDER);
    return found;
  }

  @Override
  public void file(Subject subject, Exhibit exhibit) {
    exhibits.put(key(subject, exhibit), Packings.EXHIBITS.pack(exhibit));
  }

  @Override
  public void strike(Subject subject, Exhibit exhibit) {
    exhibits.delete(key(subject, exhibit));
  }

  @Override
  public Filing filing(String event) {
    byte[] kept = filings.get(bytes(event));
    return kept == null ? null : Packings.FILINGS.unpack(kept);
  }

  @Override
  public void file(String event, Filing filing) {
    filings.put(bytes(event), Packings.FILINGS.pack(filing));
  }

  @Override
  public void discard(String event) {
    filings.delete(bytes(event));
  }

  @Override
  public Collection<Statement> statements() {
    var found = new ArrayList<Statement>();
    try (var scan = statements.all()) {
      scan.forEachRemaining(entry -> found.add(Packings.STATEMENTS.unpack(entry.value)));
    }
    return found;
  }

  @Override
  public void file(Statement statement) {
    statements.put(
        bytes(statement.id() + "|" + statement.revision()), Packings.STATEMENTS.pack(statement));
  }

  @Override
  public void reschedule(Subject subject, long from, long to) {
    if (from != Long.MAX_VALUE) {
      due.delete(key(from, subject));
    }
    if (to != Long.MAX_VALUE) {
      due.put(key(to, subject), PRESENT);
      earliest = Math.min(earliest, to);
    }
  }

  @Override
  public List<Subject> due(long moment) {
    if (moment < earliest) {
      return List.of();
    }
    var subjects = new ArrayList<Subject>();
    earliest = Long.MAX_VALUE;
    try (var scan = due.all()) {
      while (scan.hasNext()) {
        byte[] key = scan.next().key.get();
        long time = ByteBuffer.wrap(key).getLong() ^ Long.MIN_VALUE;
        if (time > moment) {
          earliest = time;
          break;
        }
        subjects.add(subject(Bytes.wrap(Arrays.copyOfRange(key, Long.BYTES, key.length))));
      }
    }
    return subjects;
  }

  private static <T> List<T> all(
      KeyValueIterator<Bytes, byte[]> iterator, Function<Bytes, T> reader) {
    var found = new ArrayList<T>();
    try (iterator) {
      iterator.forEachRemaining(entry -> found.add(reader.apply(entry.key)));
    }
    return found;
  }

  private String text(Subject subject) {
    return countryOf.apply(subject.region()) + "|" + subject;
  }

  private Bytes key(Subject subject) {
    return bytes(text(subject));
  }

  private Bytes key(Subject subject, Exhibit exhibit) {
    return bytes(
        String.join(
            "|",
            text(subject),
            exhibit.getClass().getSimpleName(),
            exhibit.id(),
            Integer.toString(exhibit.revision())));
  }

  /** Moments sort as unsigned bytes once their sign bit is turned. */
  private Bytes key(long moment, Subject subject) {
    byte[] text = text(subject).getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + text.length)
            .putLong(moment ^ Long.MIN_VALUE)
            .put(text)
            .array());
  }

  private static Subject subject(Bytes key) {
    String text = new String(key.get(), UTF_8);
    return Subject.parse(text.substring(text.indexOf('|') + 1));
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(UTF_8));
  }
}
