package io.tocsin.wire;

import io.tocsin.assess.Explanation;
import io.tocsin.assess.Factor;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What commands answer beside records, as JSON, one object a line. */
public final class Answers {
  private Answers() {}

  /** Where a subject ended up. */
  public static String endState(Subject subject, Level level, double score) {
    return line(
        fields -> {
          fields.text("entity", subject.entity());
          fields.text("region", subject.region());
          fields.choice("level", level);
          fields.number("score", score);
        });
  }

  /** A change as it is written everywhere. */
  public static String change(AlertLevelChange change) {
    return line(fields -> new AlertLevelChangeShape().write(change, fields));
  }

  /**
   * Why a subject stands where it does.
   *
   * @param change the change asked for or the latest state; {@code null} where none is known
   * @param notes what is to be known of this answer
   * @param timeline the subject's changes, latest first
   * @param ledgers its states, earliest first: those included in which only a ledger moved
   */
  public static String explanation(
      Explanation explanation,
      AlertLevelChange change,
      List<AlertLevelChange> timeline,
      List<AlertLevelChange> ledgers,
      List<String> notes) {
    return line(
        fields -> {
          if (explanation != null) {
            write(explanation, fields);
          }
          if (change != null) {
            fields.object("change", c -> new AlertLevelChangeShape().write(change, c));
          }
          fields.objects("timeline", timeline, (c, f) -> new AlertLevelChangeShape().write(c, f));
          fields.objects("ledgers", ledgers, Answers::writeLedgers);
          fields.texts("notes", notes);
        });
  }

  private static void write(Explanation explanation, FieldWriter fields) {
    fields.text("entity", explanation.subject().entity());
    fields.text("region", explanation.subject().region());
    fields.time("at", explanation.at());
    fields.choice("level", explanation.level());
    fields.choice("declared", explanation.declared());
    fields.choice("reported", explanation.reported());
    fields.choice("raw", explanation.raw());
    fields.choice("uncorroborated", explanation.uncorroborated());
    fields.truth("corroborated", explanation.corroborated());
    fields.choice("held", explanation.held());
    fields.number("prior", explanation.prior());
    fields.number("score", explanation.score());
    fields.number("probability", explanation.probability());
    fields.objects("rows", explanation.lines(), Answers::write);
    fields.objects("declarations", explanation.declarations(), Answers::write);
    fields.objects("outlook", explanation.outlook(), Answers::write);
    fields.text("policyVersion", explanation.policyVersion());
  }

  private static void write(Explanation.Line line, FieldWriter fields) {
    var row = line.row();
    fields.text("id", row.id());
    fields.whole("revision", row.revision());
    fields.time("time", Instant.ofEpochMilli(row.time()));
    fields.text("source", row.source());
    fields.text("origin", row.origin());
    fields.text("entity", row.entity());
    fields.text("region", row.region());
    fields.choice("category", row.category());
    fields.choice("reliability", row.reliability());
    fields.whole("credibility", row.credibility().grade());
    fields.number("salience", row.salience());
    fields.whole("steps", row.steps());
    fields.text("headline", row.headline());
    fields.text("url", row.url());
    fields.text("story", line.story());
    fields.whole("place", line.place());
    fields.number("own", line.own());
    fields.objects("factors", line.factors(), Answers::write);
    fields.number("weight", line.weight());
    fields.number("share", line.share());
  }

  private static void write(Factor factor, FieldWriter fields) {
    fields.choice("kind", factor.kind());
    fields.text("by", factor.by());
    fields.number("value", factor.value());
  }

  private static void write(Declaration declaration, FieldWriter fields) {
    fields.text("statement", declaration.statement());
    fields.text("authority", declaration.authority());
    fields.choice("level", declaration.level());
    fields.text("nationalLevel", declaration.nationalLevel());
    fields.time("since", declaration.since());
    fields.time("until", declaration.until());
  }

  private static void writeLedgers(AlertLevelChange state, FieldWriter fields) {
    fields.time("at", state.effectiveAt());
    fields.choice("level", state.level());
    fields.choice("declared", state.declared());
    fields.choice("reported", state.reported());
    fields.number("score", state.score());
  }

  private static void write(Explanation.Step step, FieldWriter fields) {
    fields.time("at", step.at());
    fields.choice("level", step.level());
    fields.choice("declared", step.declared());
    fields.choice("reported", step.reported());
  }

  private static String line(Consumer<FieldWriter> content) {
    return new String(Json.write(content), StandardCharsets.UTF_8);
  }
}
