package io.tocsin.wire.packed;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Filing;
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
import java.util.Set;

/** The packed forms of what is assessed. */
public final class Packings {
  private static final int REPORT = 1;
  private static final int STATEMENT = 2;
  private static final int INSTRUCTION = 3;
  private static final int ROW = 1;
  private static final int REFUTATION = 2;
  private static final int PIN = 3;

  public static final Packing<Evidence> EVIDENCE =
      new Packing<>(Packings::writeEvidence, Packings::readEvidence);
  public static final Packing<Statement> STATEMENTS =
      new Packing<>(Packings::writeStatement, Packings::readStatement);
  public static final Packing<Exhibit> EXHIBITS =
      new Packing<>(Packings::writeExhibit, Packings::readExhibit);
  public static final Packing<Standing> STANDINGS =
      new Packing<>(Packings::writeStanding, Packings::readStanding);
  public static final Packing<Filing> FILINGS =
      new Packing<>(
          (to, filing) ->
              to.number(filing.revision()).each(filing.subjects(), Packings::writeSubject),
          from -> new Filing(from.integer(), from.each(Packings::readSubject)));

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

  private static void writeReport(Packer to, Report report) {
    to.text(report.id())
        .number(report.revision())
        .flag(report.retracted())
        .number(report.published())
        .number(report.arrival())
        .text(report.source())
        .text(report.origin())
        .constant(report.reliability())
        .constant(report.credibility())
        .text(report.story())
        .bits(report.fingerprint())
        .text(report.headline())
        .text(report.url())
        .each(report.claims(), Packings::writeClaim);
  }

  private static Report readReport(Unpacker from) {
    return new Report(
        from.text(),
        from.integer(),
        from.flag(),
        from.number(),
        from.number(),
        from.text(),
        from.text(),
        from.constant(Reliability.class),
        from.constant(Credibility.class),
        from.text(),
        from.bits(),
        from.text(),
        from.text(),
        from.each(Packings::readClaim));
  }

  private static void writeClaim(Packer to, Claim claim) {
    to.text(claim.entity()).text(claim.region()).constant(claim.category()).real(claim.salience());
  }

  private static Claim readClaim(Unpacker from) {
    return new Claim(from.text(), from.text(), from.constant(Category.class), from.real());
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
        from.constant(Action.class),
        from.constant(Level.class),
        from.text(),
        from.number(),
        from.optional(),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(Unpacker::text)),
        Set.copyOf(from.each(f -> f.constant(Category.class))),
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
        from.constant(Control.Type.class),
        from.text(),
        from.text(),
        from.constant(Level.class),
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
              from.constant(Reliability.class),
              from.constant(Credibility.class),
              from.real(),
              from.integer());
      default ->
          new Exhibit.Pin(
              from.text(),
              from.number(),
              from.constant(Control.Type.class),
              from.constant(Level.class),
              from.optional());
    };
  }

  private static void writeRow(Packer to, Row row) {
    to.text(row.id())
        .number(row.revision())
        .number(row.time())
        .text(row.source())
        .text(row.origin())
        .text(row.entity())
        .text(row.region())
        .constant(row.category())
        .real(row.salience())
        .number(row.steps())
        .constant(row.reliability())
        .constant(row.credibility())
        .text(row.story())
        .bits(row.fingerprint())
        .text(row.headline())
        .text(row.url())
        .flag(row.official());
  }

  private static Row readRow(Unpacker from) {
    return new Row(
        from.text(),
        from.integer(),
        from.number(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.constant(Category.class),
        from.real(),
        from.integer(),
        from.constant(Reliability.class),
        from.constant(Credibility.class),
        from.text(),
        from.bits(),
        from.text(),
        from.text(),
        from.flag());
  }

  private static void writeStanding(Packer to, Standing standing) {
    to.flag(standing.tracked())
        .constant(standing.level())
        .constant(standing.declared())
        .constant(standing.reported())
        .number(standing.sequence())
        .number(standing.changedAt())
        .flag(standing.faded())
        .number(standing.due());
  }

  private static Standing readStanding(Unpacker from) {
    return new Standing(
        from.flag(),
        from.constant(Level.class),
        from.constant(Level.class),
        from.constant(Level.class),
        from.number(),
        from.number(),
        from.flag(),
        from.number());
  }

  static void writeSubject(Packer to, Subject subject) {
    to.text(subject.entity()).text(subject.region());
  }

  static Subject readSubject(Unpacker from) {
    return new Subject(from.text(), from.text());
  }
}
