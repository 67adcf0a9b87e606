package io.tocsin.wire;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.AlertLevelChange.Rest;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import org.apache.avro.Schema;

/** An {@link AlertLevelChange} in Avro: told twice, and carried within the topology. */
final class AlertLevelChangeBody implements PlainBody<AlertLevelChange> {
  private final Symbols<Level> levels;
  private final Symbols<Cause> causes;
  private final Symbols<Held> holds;
  private final Symbols<Category> categories;
  private final Symbols<Reliability> reliabilities;

  AlertLevelChangeBody(Schema schema) {
    var evidence = schema.getField("evidence").schema().getElementType();
    levels = Symbols.of(schema, "level", Level.class);
    causes = Symbols.of(schema, "cause", Cause.class);
    holds = Symbols.of(schema, "held", Held.class);
    categories = Symbols.of(evidence, "category", Category.class);
    reliabilities = Symbols.of(evidence, "reliability", Reliability.class);
  }

  @Override
  public void write(AlertLevelChange change, AvroOutput to) {
    to.text(change.id()).text(change.entity()).text(change.region()).number(change.sequence());
    to.constant(change.previousLevel(), levels).constant(change.level(), levels);
    to.constant(change.declared(), levels).constant(change.reported(), levels);
    to.real(change.score()).real(change.probability());
    to.constant(change.cause(), causes).optionalText(change.trigger());
    to.time(change.effectiveAt()).time(change.emittedAt());
    to.each(change.evidence(), this::write);
    to.number(change.rest().count()).real(change.rest().share());
    to.each(change.declarations(), this::write);
    to.constant(change.held(), holds).optionalTime(change.nextFallAt());
    to.text(change.policyVersion()).optionalText(change.previousId());
  }

  private void write(AvroOutput to, Evidence row) {
    to.text(row.id()).text(row.source()).text(row.origin());
    to.text(row.entity()).text(row.region());
    to.constant(row.category(), categories).constant(row.reliability(), reliabilities);
    to.number(row.credibility().grade()).text(row.story()).time(row.publishedAt());
    to.text(row.headline()).optionalText(row.url()).real(row.weight()).real(row.share());
  }

  private void write(AvroOutput to, Declaration declaration) {
    to.text(declaration.statement()).text(declaration.authority());
    to.constant(declaration.level(), levels).optionalText(declaration.nationalLevel());
    to.time(declaration.since()).optionalTime(declaration.until());
  }

  @Override
  public AlertLevelChange read(PlainAvro from) {
    var change =
        new AlertLevelChange(
            from.text(),
            from.text(),
            from.text(),
            from.number(),
            from.constant(levels),
            from.constant(levels),
            from.constant(levels),
            from.constant(levels),
            from.real(),
            from.real(),
            from.constant(causes),
            from.optionalText(),
            from.time(),
            from.time(),
            from.each(this::evidence),
            new Rest(from.whole(), from.real()),
            from.each(this::declaration),
            from.constant(holds),
            from.optionalTime(),
            from.text(),
            from.optionalText());
    return from.isComplete() ? change : null;
  }

  private Evidence evidence(PlainAvro from) {
    return new Evidence(
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.constant(categories),
        from.constant(reliabilities),
        from.grade(),
        from.text(),
        from.time(),
        from.text(),
        from.optionalText(),
        from.real(),
        from.real());
  }

  private Declaration declaration(PlainAvro from) {
    return new Declaration(
        from.text(),
        from.text(),
        from.constant(levels),
        from.optionalText(),
        from.time(),
        from.optionalTime());
  }
}
