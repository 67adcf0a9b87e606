package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Agenda;
import io.tocsin.assess.Archive;
import io.tocsin.assess.Ceiling;
import io.tocsin.assess.Directory;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Instruction;
import io.tocsin.assess.Report;
import io.tocsin.assess.Standing;
import io.tocsin.assess.Statement;
import io.tocsin.model.Subject;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Packing;
import io.tocsin.wire.packed.Packings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The archive in state stores. Subjects lie under their country. */
final class StoreArchive implements Archive {
  private final UnaryOperator<String> countryOf;
  private final Names<String> names;
  private final KeyValueStore<Bytes, byte[]> standings;
  private final Shelf shelf;
  private final KeyValueStore<Bytes, byte[]> statements;
  private final KeyValueStore<Bytes, byte[]> instructions;
  private final ReportStore reports;
  private final Directory directory;
  private final Agenda agenda = new Agenda();
  private final Presence presence = new Presence();

  /** Subjects that have reports, of which nothing was told yet. */
  private final Set<Subject> untold = new HashSet<>();

  private boolean reviewing;

  /** Of subjects that exhibits were forgotten of; until all reports were gone through once. */
  private Map<Subject, Long> faded = new HashMap<>();

  /**
   * @param countryOf the country of a region
   * @param slips for so many subjects whose dossiers are not at hand there is room on the heap
   * @param progress is told what part of the reports has been read, while all of them are
   */
  StoreArchive(
      ProcessorContext<?, ?> context,
      UnaryOperator<String> countryOf,
      Names<String> names,
      int slips,
      DoubleConsumer progress) {
    this.countryOf = countryOf;
    this.names = names;
    directory = new Directory(countryOf);
    standings = context.getStateStore(Stores.STANDINGS);
    statements = context.getStateStore(Stores.STATEMENTS);
    instructions = context.getStateStore(Stores.INSTRUCTIONS);
    reports = new ReportStore(context.getStateStore(Stores.REPORTS), names, progress);
    shelf =
        new Shelf(
            context.getStateStore(Stores.SHELF),
            this::key,
            directory::has,
            reports::at,
            names,
            slips);
    enterSubjects();
  }

  /** A bundle is going to be assessed. */
  void open(byte[] bundle) {
    reports.open(bundle);
  }

  /** The brief at this place of the open bundle is next. */
  void at(int index) {
    reports.at(index);
  }

  /** The open bundle was assessed. */
  void close() {
    reports.close();
  }

  /** Of the subjects that were tracked when this began, to be kept up by whoever tells. */
  Presence presence() {
    return presence;
  }

  Agenda agenda() {
    return agenda;
  }

  @Override
  public Standing standing(Subject subject) {
    if (!directory.has(subject) || untold.contains(subject)) {
      return null;
    }
    byte[] kept = standings.get(key(subject));
    return kept == null ? Standing.LOW : Packings.STANDINGS.unpack(kept);
  }

  @Override
  public void keep(Subject subject, Standing standing) {
    standings.put(key(subject), Packings.STANDINGS.pack(standing));
    enter(subject);
  }

  /** Nothing is written: after a start, who has a report on file and no standing is low. */
  @Override
  public void enter(Subject subject) {
    directory.enter(subject);
    untold.remove(subject);
  }

  @Override
  public void remind(Subject subject, long from, long to) {
    agenda.move(subject, from, to);
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public List<Subject> due(long moment) {
    return agenda.due(moment);
  }

  @Override
  public Shelved shelved(Subject subject) {
    return shelf.at(subject);
  }

  @Override
  public void shelve(Subject subject, List<Exhibit> exhibits) {
    shelf.put(subject, exhibits);
  }

  @Override
  public void clearShelf() {
    shelf.clear();
  }

  @Override
  public int revision(String event) {
    return reports.revision(event);
  }

  @Override
  public Report report(String event) {
    return reports.report(event);
  }

  @Override
  public void file(Report report, int subjects) {
    reports.file(report, subjects);
  }

  @Override
  public void release(String event) {
    reports.release(event);
  }

  @Override
  public void review(ToIntFunction<Report> subjects, Consumer<Report> replaced) {
    reviewing = true;
    reports.review(subjects, replaced);
    reviewing = false;
    faded = null;
  }

  @Override
  public void note(Subject subject, Ceiling ceiling) {
    if (reviewing) {
      review(subject, ceiling != null);
    }
    shelf.note(subject, reports.atHand(), ceiling);
  }

  /**
   * Whom a policy makes known by its reports nobody was told of; but all was told before a start.
   */
  private void review(Subject subject, boolean hasRow) {
    if (!directory.has(subject)) {
      directory.enter(subject);
      untold.add(subject);
    }
    if (faded != null && hasRow && untold.remove(subject)) {
      presence.enter(subject.region());
    }
  }

  @Override
  public Ceiling ceiling(Subject subject) {
    return shelf.ceiling(subject);
  }

  @Override
  public void cover(Subject subject, Ceiling ceiling) {
    shelf.cover(subject, ceiling);
  }

  @Override
  public long keptFrom(Subject subject) {
    if (faded != null) {
      return faded.getOrDefault(subject, Standing.UNKNOWN.keptFrom());
    }
    var standing = standing(subject);
    return standing == null ? Standing.UNKNOWN.keptFrom() : standing.keptFrom();
  }

  @Override
  public Collection<Statement> statements() {
    return values(statements, Packings.STATEMENTS);
  }

  @Override
  public void file(Statement statement) {
    var key = bytes(statement.id() + "|" + statement.revision());
    statements.put(key, Packings.STATEMENTS.pack(statement));
  }

  @Override
  public Collection<Instruction> instructions() {
    return values(instructions, Packings.INSTRUCTIONS);
  }

  @Override
  public void file(Instruction instruction) {
    instructions.put(bytes(instruction.id()), Packings.INSTRUCTIONS.pack(instruction));
  }

  private void enterSubjects() {
    try (var all = standings.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        var standing = Packings.STANDINGS.unpack(entry.value);
        var subject = subject(entry.key);
        directory.enter(subject);
        agenda.move(subject, Long.MAX_VALUE, standing.due());
        if (standing.faded()) {
          faded.put(subject, standing.keptFrom());
        }
        if (standing.tracked()) {
          presence.enter(subject.region());
        }
      }
    }
  }

  private <T> List<T> values(KeyValueStore<Bytes, byte[]> store, Packing<T> packing) {
    return all(store.all(), entry -> packing.unpack(entry.value, names));
  }

  private static <T> List<T> all(
      KeyValueIterator<Bytes, byte[]> iterator, Function<KeyValue<Bytes, byte[]>, T> reader) {
    var found = new ArrayList<T>();
    try (iterator) {
      iterator.forEachRemaining(entry -> found.add(reader.apply(entry)));
    }
    return found;
  }

  private Bytes key(Subject subject) {
    return bytes(countryOf.apply(subject.region()) + "|" + subject);
  }

  private static Subject subject(Bytes key) {
    String text = new String(key.get(), UTF_8);
    return Subject.parse(text.substring(text.indexOf('|') + 1));
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(UTF_8));
  }
}
