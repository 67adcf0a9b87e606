package io.tocsin.topology;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Instruction;
import io.tocsin.assess.Jurisdiction;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Report;
import io.tocsin.extract.Fingerprint;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.reference.Admission;
import io.tocsin.reference.Reference;
import java.util.List;
import java.util.Objects;

/**
 * Turns a record as it was published into evidence: admitted by the reference data, graded, read
 * into claims.
 */
public final class Intake {
  private final Reference reference;
  private final Admission admission;
  private final Jurisdiction jurisdiction;
  private final NewsReader reader;

  public Intake(Reference reference) {
    this(reference, new NewsReader(reference));
  }

  /**
   * @param reader perhaps shared with others
   */
  public Intake(Reference reference, NewsReader reader) {
    this.reference = reference;
    this.reader = reader;
    this.admission = new Admission(reference);
    this.jurisdiction = new Jurisdiction(reference);
  }

  /**
   * The evidence in a record.
   *
   * @throws InvalidRecord if the record names what the reference data does not know
   */
  public Evidence read(Incoming record) {
    if (record instanceof NewsEvent event) {
      refuse(admission.problems(event));
      return report(event);
    }
    if (record instanceof OfficialStatement statement) {
      refuse(admission.problems(statement));
      return jurisdiction.read(admission.resolved(statement));
    }
    var control = (Control) record;
    refuse(admission.problems(control));
    return new Instruction(control);
  }

  /**
   * Whether a report comes too long after it was published to count. Statements and controls always
   * do: there are few, and a declaration stays in force for years.
   *
   * @param clock of the partition it came by, in UTC epoch ms
   */
  public static boolean isLate(Evidence evidence, long clock, Policy policy) {
    return evidence instanceof Report
        && policy.maxLateness() != null
        && clock > evidence.arrival()
        && clock - evidence.arrival() > policy.maxLateness().toMillis();
  }

  private Report report(NewsEvent event) {
    var told = reader.read(event);
    return new Report(
        event.id(),
        event.revision(),
        event.isRetracted(),
        event.publishedAt().toEpochMilli(),
        event.arrivalTime().toEpochMilli(),
        event.source(),
        Objects.requireNonNullElse(told.origin(), event.source()),
        reference.sources().reliability(event.source()),
        told.credibility(),
        event.story(),
        Fingerprint.of(event.headline(), event.body()),
        event.headline(),
        event.url(),
        told.claims());
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidRecord(problems);
    }
  }
}
