package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** An archive for as long as a process lives. */
public final class HeapArchive implements Archive {
  private record Filed(Report report, int subjects) {}

  private final Map<Subject, Standing> standings = new HashMap<>();
  private final Directory directory;
  private final Map<Subject, List<Exhibit>> shelf = new HashMap<>();
  private final Map<Subject, List<Report>> noted = new HashMap<>();
  private final Map<Subject, Ceiling> ceilings = new HashMap<>();
  private final Map<String, Filed> reports = new HashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private Report atHand;

  /**
   * @param countryOf the country of a region
   */
  public HeapArchive(UnaryOperator<String> countryOf) {
    this.directory = new Directory(countryOf);
  }

  @Override
  public Standing standing(Subject subject) {
    return standings.get(subject);
  }

  @Override
  public void keep(Subject subject, Standing standing) {
    if (standings.put(subject, standing) == null) {
      directory.enter(subject);
    }
  }

  @Override
  public void enter(Subject subject) {
    keep(subject, Standing.LOW);
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
    var reports = noted.getOrDefault(subject, List.of());
    return new Shelved(
        shelf.getOrDefault(subject, List.of()), reports.stream().filter(this::isOnFile).toList());
  }

  /** Whether it still counts: another revision may have taken its place. */
  private boolean isOnFile(Report report) {
    return report(report.id()) == report;
  }

  @Override
  public void shelve(Subject subject, List<Exhibit> exhibits) {
    shelf.put(subject, List.copyOf(exhibits));
    noted.remove(subject);
  }

  @Override
  public void clearShelf() {
    shelf.clear();
    noted.clear();
    ceilings.clear();
  }

  @Override
  public void note(Subject subject, Ceiling ceiling) {
    directory.enter(subject);
    noted.computeIfAbsent(subject, s -> new ArrayList<>(2)).add(atHand);
    cover(subject, ceiling);
  }

  @Override
  public Ceiling ceiling(Subject subject) {
    return ceilings.get(subject);
  }

  @Override
  public void cover(Subject subject, Ceiling ceiling) {
    if (ceiling == null) {
      ceilings.remove(subject);
    } else {
      ceilings.put(subject, ceiling);
    }
  }

  @Override
  public long keptFrom(Subject subject) {
    var standing = standings.get(subject);
    return standing == null ? Standing.UNKNOWN.keptFrom() : standing.keptFrom();
  }

  @Override
  public int revision(String event) {
    var filed = reports.get(event);
    return filed == null ? -1 : filed.report().revision();
  }

  @Override
  public Report report(String event) {
    var filed = reports.get(event);
    return filed == null ? null : filed.report();
  }

  @Override
  public void file(Report report, int subjects) {
    reports.put(report.id(), new Filed(report, subjects));
    atHand = report;
  }

  @Override
  public void release(String event) {
    reports.computeIfPresent(
        event,
        (id, filed) ->
            filed.subjects() <= 1 ? null : new Filed(filed.report(), filed.subjects() - 1));
  }

  @Override
  public void review(ToIntFunction<Report> subjects, Consumer<Report> replaced) {
    var entries = reports.entrySet().iterator();
    while (entries.hasNext()) {
      var entry = entries.next();
      atHand = entry.getValue().report();
      int count = subjects.applyAsInt(atHand);
      if (count < 0) {
        entries.remove();
      } else {
        entry.setValue(new Filed(atHand, count));
      }
    }
  }

  @Override
  public Collection<Statement> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void file(Statement statement) {
    statements.add(statement);
  }

  @Override
  public Collection<Instruction> instructions() {
    return List.copyOf(instructions);
  }

  @Override
  public void file(Instruction instruction) {
    instructions.add(instruction);
  }
}
