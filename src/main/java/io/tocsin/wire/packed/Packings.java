package io.tocsin.wire.packed;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Instruction;
import io.tocsin.assess.Report;
import io.tocsin.assess.Row;
import io.tocsin.assess.Standing;
import io.tocsin.assess.Statement;
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The packed forms of what is assessed. */
public final class Packings {
  private static final int REPORT = 1;
  private static final int STATEMENT = 2;
  private static final int INSTRUCTION = 3;
  private static final int ROW = 1;
  private static final int REFUTATION = 2;
  private static final int PIN = 3;
  private static final Category[] CATEGORIES = Category.values();
  private static final Reliability[] RELIABILITIES = Reliability.values();
  private static final Credibility[] CREDIBILITIES = Credibility.values();
  private static final Action[] ACTIONS = Action.values();
  private static final Level[] LEVELS = Level.values();
  private static final Control.Type[] CONTROLS = Control.Type.values();

  public static final Packing<Evidence> EVIDENCE =
      new Packing<>(Packings::writeEvidence, Packings::readEvidence);
  public static final Packing<Statement> STATEMENTS =
      new Packing<>(Packings::writeStatement, Packings::readStatement);
  public static final Packing<Exhibit> EXHIBITS =
      new Packing<>(Packings::writeExhibit, Packings::readExhibit);
  public static final Packing<Standing> STANDINGS =
      new Packing<>(Packings::writeStanding, Packings::readStanding);
  public static final Packing<List<Exhibit>> DOSSIERS =
      new Packing<>(
          (to, exhibits) -> to.each(exhibits, Packings::writeExhibit),
          from -> from.each(Packings::readExhibit));
  public static final Packing<Instruction> INSTRUCTIONS =
      new Packing<>(
          (to, instruction) -> writeControl(to, instruction.control()),
          from -> new Instruction(readControl(from)));

  private Packings() {}

  static void writeEvidence(Packer to, Evidence evidence) {
    if (evidence instanceof Report report) {
      writeReport(to.number(REPORT), report);
    } else if (evidence instanceof Statement statement) {
      writeStatement(to.number(STATEMENT), statement);
    } else {
      writeControl(to.number(INSTRUCTION), ((Instruction) evidence).control());
    }
  }

  static Evidence readEvidence(Unpacker from) {
    return switch (from.integer()) {
      case REPORT -> readReport(from);
      case STATEMENT -> readStatement(from);
      default -> new Instruction(readControl(from));
    };
  }

  /** What is weighed first, so that a reader may leave the rest. */
  private static void writeReport(Packer to, Report report) {
    to.number(report.revision())
        .flag(report.retracted())
        .number(report.published())
        .number(report.arrival() - report.published())
        .text(report.source())
        .text(report.origin().equals(report.source()) ? null : report.origin())
        .constant(report.reliability())
        .constant(report.credibility())
        .text(report.story())
        .bits(report.fingerprint())
        .each(report.claims(), Packings::writeClaim)
        .bytes(PackedText.pack(report.text()));
  }

  private static Report readReport(Unpacker from) {
    int revision = from.integer();
    boolean retracted = from.flag();
    long published = from.number();
    long arrival = published + from.number();
    var source = from.name();
    var origin = from.name();
    var reliability = from.constant(RELIABILITIES);
    var credibility = from.constant(CREDIBILITIES);
    var story = from.name();
    long fingerprint = from.bits();
    var claims = from.each(Packings::readClaim);
    return new Report(
        PackedText.of(from.bytes()),
        revision,
        retracted,
        published,
        arrival,
        source,
        origin == null ? source : origin,
        reliability,
        credibility,
        story,
        fingerprint,
        claims);
  }

  private static void writeClaim(Packer to, Claim claim) {
    to.text(claim.entity()).text(claim.region()).constant(claim.category()).real(claim.salience());
  }

  private static Claim readClaim(Unpacker from) {
    return new Claim(from.name(), from.name(), from.constant(CATEGORIES), from.real());
  }

  private static void writeStatement(Packer to, Statement statement) {
    to.text(statement.id())
        .number(statement.revision())
        .flag(statement.cancelled())
        .text(statement.authority())
        .constant(statement.action())
        .constant(statement.level())
        .text(statement.nationalLevel())
        .number(statement.issued())
        .optional(statement.expires())
        .each(statement.entities(), Packer::text)
        .each(statement.regions(), Packer::text)
        .each(statement.scope(), Packer::text)
        .each(statement.categories(), Packer::constant)
        .each(statement.references(), Packer::text)
        .text(statement.text())
        .text(statement.url());
  }

  private static Statement readStatement(Unpacker from) {
    return new Statement(
        from.text(),
        from.integer(),
        from.flag(),
        from.text(),
        from.constant(ACTIONS),
        from.constant(LEVELS),
        from.text(),
        from.number(),
        from.optional(),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(f -> f.constant(CATEGORIES))),
        Set.copyOf(from.each(Unpacker::text)),
        from.text(),
        from.text());
  }

  private static void writeControl(Packer to, Control control) {
    to.text(control.id())
        .constant(control.type())
        .text(control.entity())
        .text(control.region())
        .constant(control.level())
        .optional(control.until() == null ? null : control.until().toEpochMilli())
        .number(control.at().toEpochMilli())
        .text(control.actor())
        .text(control.reason());
  }

  private static Control readControl(Unpacker from) {
    return new Control(
        from.text(),
        from.constant(CONTROLS),
        from.text(),
        from.text(),
        from.constant(LEVELS),
        instant(from.optional()),
        Instant.ofEpochMilli(from.number()),
        from.text(),
        from.text());
  }

  private static Instant instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static void writeExhibit(Packer to, Exhibit exhibit) {
    if (exhibit instanceof Row row) {
      writeRow(to.number(ROW), row);
    } else if (exhibit instanceof Exhibit.Refutation refutation) {
      to.number(REFUTATION)
          .text(refutation.id())
          .number(refutation.revision())
          .number(refutation.time())
          .constant(refutation.reliability())
          .constant(refutation.credibility())
          .real(refutation.salience())
          .number(refutation.steps());
    } else if (exhibit instanceof Exhibit.Pin pin) {
      to.number(PIN)
          .text(pin.id())
          .number(pin.time())
          .constant(pin.type())
          .constant(pin.level())
          .optional(pin.until());
    }
  }

  private static Exhibit readExhibit(Unpacker from) {
    return switch (from.integer()) {
      case ROW -> readRow(from);
      case REFUTATION ->
          new Exhibit.Refutation(
              from.text(),
              from.integer(),
              from.number(),
              from.constant(RELIABILITIES),
              from.constant(CREDIBILITIES),
              from.real(),
              from.integer());
      default ->
          new Exhibit.Pin(
              from.text(),
              from.number(),
              from.constant(CONTROLS),
              from.constant(LEVELS),
              from.optional());
    };
  }

  private static void writeRow(Packer to, Row row) {
    writeReport(to, row.report());
    writeClaim(to, row.claim());
    to.number(row.steps()).flag(row.official());
  }

  private static Row readRow(Unpacker from) {
    return new Row(readReport(from), readClaim(from), from.integer(), from.flag());
  }

  private static void writeStanding(Packer to, Standing standing) {
    to.flag(standing.tracked())
        .constant(standing.level())
        .constant(standing.declared())
        .constant(standing.reported())
        .number(standing.sequence())
        .number(standing.changedAt())
        .number(standing.keptFrom())
        .number(standing.due());
  }

  private static Standing readStanding(Unpacker from) {
    return new Standing(
        from.flag(),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.number(),
        from.number(),
        from.number(),
        from.number());
  }

  static void writeSubject(Packer to, Subject subject) {
    to.text(subject.entity()).text(subject.region());
  }

  static Subject readSubject(Unpacker from) {
    return new Subject(from.name(), from.name());
  }
}
