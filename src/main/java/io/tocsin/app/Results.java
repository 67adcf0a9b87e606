package io.tocsin.app;

import io.tocsin.app.acl.Role;
import io.tocsin.assess.Explanation;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Problem;
import io.tocsin.model.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the {@link Desk} answers. */
public final class Results {
  private Results() {}

  /** {@code read = accepted + refused}. */
  public record Tally(long read, long accepted, long refused) {}

  /**
   * A record that was refused.
   *
   * @param where file and line, or topic, partition and offset
   */
  public record Refusal(String where, List<Problem> problems) {}

  /** Where a running part can be reached: {@code Kafka} at {@code 127.0.0.1:9092}. */
  public record Endpoint(String name, String address) {}

  /**
   * @param explanation the full picture, worked out from the records; {@code null} where they are
   *     no longer there
   * @param change the change asked for, or the subject's latest state; {@code null} where the
   *     subject was not told of yet
   * @param timeline the subject's changes, latest first
   * @param ledgers the subject's states as far as the records still tell, earliest first
   * @param notes what is to be known of this answer
   */
  public record Explained(
      Explanation explanation,
      AlertLevelChange change,
      List<AlertLevelChange> timeline,
      List<AlertLevelChange> ledgers,
      List<String> notes) {
    public Explained {
      ledgers = List.copyOf(ledgers);
      timeline = List.copyOf(timeline);
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param changes how many came of it
   * @param took real time
   */
  public record Replayed(Tally tally, long changes, Duration took) {}

  /**
   * @param fates what became of the records that were accepted
   * @param beyond records left out because they came after the end
   * @param end the moment reached; {@code null} where no record was accepted
   * @param changes how many came of it
   * @param subjects how many are tracked at the end
   * @param took real time
   * @param comparison with a second policy; {@code null} without one
   */
  public record Backtested(
      Tally tally,
      Map<Backtest.Fate, Long> fates,
      long beyond,
      Instant end,
      long changes,
      int subjects,
      Duration took,
      Comparison comparison) {
    public Backtested {
      fates = Map.copyOf(fates);
    }
  }

  /**
   * Two policies on the same events.
   *
   * @param first version of the one
   * @param second version of the other
   * @param changes of either, in order of time
   * @param differences subjects that end differently
   */
  public record Comparison(
      String first, String second, List<Contrast> changes, List<Difference> differences) {
    public Comparison {
      changes = List.copyOf(changes);
      differences = List.copyOf(differences);
    }
  }

  /** Which of two policies. */
  public enum Side {
    BOTH,
    FIRST,
    SECOND
  }

  /** A change and whose it is; where both lead to it, the first one's. */
  public record Contrast(Side side, AlertLevelChange change) {}

  /**
   * One subject whose end state differs between two policies.
   *
   * @param level {@code null} where the first policy does not track it
   * @param score in dB; likewise
   */
  public record Difference(
      Subject subject, Level level, Double score, Level againstLevel, Double againstScore) {}

  /** How one check of {@code doctor} went. */
  public enum Verdict {
    FINE,
    /** Works, but not as well as it could. */
    WARNING,
    BROKEN,
    /** Cannot be told, because something that it needs is broken, or not configured. */
    SKIPPED
  }

  /**
   * @param found what is there
   * @param advice what to do; empty where all is fine
   */
  public record Check(String name, Verdict verdict, String found, String advice) {}

  /**
   * @param state {@code created}, {@code as configured}, or how it differs
   */
  public record TopicState(String name, String state) {}

  /**
   * What Kafka has to allow a role.
   *
   * @param resource {@code topic}, {@code group} or {@code transactional-id}
   * @param prefixed whether all are meant whose names begin so
   * @param operations as Kafka's tools write them
   */
  public record Right(
      Role role, String resource, String name, boolean prefixed, List<String> operations) {
    public Right {
      operations = List.copyOf(operations);
    }
  }

  /**
   * @param counts entries of each file, in words: {@code 5127 regions}
   * @param faults what is wrong, each with file, line and reason
   */
  public record ReferenceCheck(String folder, List<String> counts, List<String> faults) {}

  /**
   * @param file what was written
   * @param counts what is in it and what was left out, in words
   */
  public record Imported(Path file, List<String> counts) {}

  /** Characters of a text: from the first to behind the last. */
  public record Stretch(int from, int to) {}

  /** An entity or a region, and where a text names it. */
  public record Mentioned(String id, List<Stretch> spans) {
    public Mentioned {
      spans = List.copyOf(spans);
    }
  }

  /**
   * A claim that was read out of a text.
   *
   * @param salience how central it is, in (0, 1]
   * @param origin optional: the publisher that the text cites for it
   * @param spans what it was read from
   */
  public record ReadClaim(
      String entity,
      String region,
      Category category,
      Credibility credibility,
      double salience,
      String origin,
      List<Stretch> spans) {
    public ReadClaim {
      spans = List.copyOf(spans);
    }
  }

  /**
   * What was read out of a text.
   *
   * @param text what all stretches refer to
   * @param language in which it was read, BCP 47
   * @param claims the most salient first
   * @param fingerprint 16 hexadecimal digits
   */
  public record Read(
      String text,
      String language,
      List<Mentioned> entities,
      List<Mentioned> regions,
      List<ReadClaim> claims,
      String fingerprint) {
    public Read {
      entities = List.copyOf(entities);
      regions = List.copyOf(regions);
      claims = List.copyOf(claims);
    }
  }

  /**
   * The records of a document.
   *
   * @param lines one record of JSON each, as in a file of events
   * @param refused how many of its items gave none
   */
  public record Converted(List<String> lines, int refused) {
    public Converted {
      lines = List.copyOf(lines);
    }
  }

  /** A format that is read, and what it is. */
  public record Format(String name, String about) {}

  /**
   * @param regions how many the gazetteer held
   * @param figures one for each corpus and way of reading it
   */
  public record Evaluated(int regions, List<Measured> figures) {
    public Evaluated {
      figures = List.copyOf(figures);
    }
  }

  /**
   * What one way of reading reached on one corpus.
   *
   * @param half {@code tune}, {@code report} or {@code all}
   * @param documents how many were read
   * @param measures by name, in the order to show them; shares from 0 to 1, distances in km, counts
   */
  public record Measured(
      String corpus, String method, String half, int documents, Map<String, Double> measures) {}

  /** One entry of the reference data. */
  public record Entry(String id, String name, String parent, String detail) {}

  /**
   * Dead letters.
   *
   * @param open how many of those that match nobody has tried again
   * @param newest newest first
   */
  public record Letters(
      long matching, long open, Map<String, Long> byReason, List<LetterHeading> newest) {}

  /**
   * A dead letter without what is in it. Places are topic-partition-offset.
   *
   * @param id where it lies
   * @param at when the record in it was published
   * @param from where the record came from
   * @param retriedFrom the letter it was before, of one that was published again and failed again;
   *     else {@code null}
   * @param retried whether it was published again since
   */
  public record LetterHeading(
      String id,
      Instant at,
      String reason,
      String why,
      String from,
      String retriedFrom,
      boolean retried,
      int bytes) {}

  /**
   * A new pair of keys.
   *
   * @param entry what authorities.csv, or {@code statements.ingress.keys}, takes of it
   * @param file with the private key
   */
  public record MadeKey(String id, String entry, Path file) {}

  /** A header of a record. */
  public record Field(String name, String value) {}

  /**
   * @param form of the value: JSON, TEXT, BASE64 or NONE
   */
  public record Letter(
      LetterHeading heading, String key, List<Field> headers, String form, String value) {}

  /** A letter that was published again, and where the record lies now. */
  public record RetriedLetter(String id, String to) {}

  /**
   * A token that was made.
   *
   * @param token itself: shown once, kept nowhere
   * @param file that has its hash
   */
  public record MadeToken(String name, String token, String file) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A token and what it may do; {@code *} is all. */
  public record TokenEntry(
      String name, List<String> scopes, List<String> sources, List<String> authorities) {}
}
