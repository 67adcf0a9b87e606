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
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/** An {@link AlertLevelChange} on the wire. */
final class AlertLevelChangeShape
    implements Shape<AlertLevelChange, io.tocsin.v1.AlertLevelChange> {

  @Override
  public Schema schema() {
    return io.tocsin.v1.AlertLevelChange.getClassSchema();
  }

  @Override
  public Optional<PlainBody<AlertLevelChange>> plainBody() {
    return Optional.of(new AlertLevelChangeBody(schema()));
  }

  @Override
  public String title() {
    return "an alert level change";
  }

  @Override
  public io.tocsin.v1.AlertLevelChange toAvro(AlertLevelChange change) {
    return new io.tocsin.v1.AlertLevelChange(
        change.id(),
        change.entity(),
        change.region(),
        change.sequence(),
        avro(change.previousLevel()),
        avro(change.level()),
        avro(change.declared()),
        avro(change.reported()),
        change.score(),
        change.probability(),
        Shape.named(io.tocsin.v1.Cause.class, change.cause()),
        change.trigger(),
        change.effectiveAt(),
        change.emittedAt(),
        change.evidence().stream().map(this::toAvro).toList(),
        new io.tocsin.v1.Rest(change.rest().count(), change.rest().share()),
        change.declarations().stream().map(this::toAvro).toList(),
        Shape.named(io.tocsin.v1.Held.class, change.held()),
        change.nextFallAt(),
        change.policyVersion(),
        change.previousId());
  }

  @Override
  public AlertLevelChange fromAvro(io.tocsin.v1.AlertLevelChange avro) {
    return new AlertLevelChange(
        avro.getId(),
        avro.getEntity(),
        avro.getRegion(),
        avro.getSequence(),
        level(avro.getPreviousLevel()),
        level(avro.getLevel()),
        level(avro.getDeclared()),
        level(avro.getReported()),
        avro.getScore(),
        avro.getProbability(),
        Shape.named(Cause.class, avro.getCause()),
        avro.getTrigger(),
        avro.getEffectiveAt(),
        avro.getEmittedAt(),
        avro.getEvidence().stream().map(this::fromAvro).toList(),
        new Rest(avro.getRest().getCount(), avro.getRest().getShare()),
        avro.getDeclarations().stream().map(this::fromAvro).toList(),
        Shape.named(Held.class, avro.getHeld()),
        avro.getNextFallAt(),
        avro.getPolicyVersion(),
        avro.getPreviousId());
  }

  @Override
  public void write(AlertLevelChange change, FieldWriter fields) {
    fields.text("id", change.id());
    fields.text("entity", change.entity());
    fields.text("region", change.region());
    fields.whole("sequence", change.sequence());
    fields.choice("previousLevel", change.previousLevel());
    fields.choice("level", change.level());
    fields.choice("declared", change.declared());
    fields.choice("reported", change.reported());
    fields.number("score", change.score());
    fields.number("probability", change.probability());
    fields.choice("cause", change.cause());
    fields.text("trigger", change.trigger());
    fields.time("effectiveAt", change.effectiveAt());
    fields.time("emittedAt", change.emittedAt());
    fields.objects("evidence", change.evidence(), this::write);
    fields.object(
        "rest",
        rest -> {
          rest.whole("count", change.rest().count());
          rest.number("share", change.rest().share());
        });
    fields.objects("declarations", change.declarations(), this::write);
    fields.choice("held", change.held());
    fields.time("nextFallAt", change.nextFallAt());
    fields.text("policyVersion", change.policyVersion());
    fields.text("previousId", change.previousId());
  }

  @Override
  public AlertLevelChange read(FieldReader fields) {
    var needed = new NeededFields(fields);
    return new AlertLevelChange(
        needed.text("id"),
        needed.text("entity"),
        needed.text("region"),
        needed.wholeLong("sequence"),
        needed.choice("previousLevel", Level.class),
        needed.choice("level", Level.class),
        needed.choice("declared", Level.class),
        needed.choice("reported", Level.class),
        needed.number("score"),
        needed.number("probability"),
        needed.choice("cause", Cause.class),
        fields.text("trigger"),
        needed.time("effectiveAt"),
        needed.time("emittedAt"),
        fields.objects("evidence", "an item of evidence", this::evidence),
        Objects.requireNonNullElse(fields.object("rest", "the rest", this::rest), Rest.NONE),
        fields.objects("declarations", "a declaration", this::declaration),
        needed.choice("held", Held.class),
        fields.time("nextFallAt"),
        needed.text("policyVersion"),
        fields.text("previousId"));
  }

  private io.tocsin.v1.Evidence toAvro(Evidence row) {
    return new io.tocsin.v1.Evidence(
        row.id(),
        row.source(),
        row.origin(),
        row.entity(),
        row.region(),
        Shape.named(io.tocsin.v1.Category.class, row.category()),
        Shape.named(io.tocsin.v1.Reliability.class, row.reliability()),
        row.credibility().grade(),
        row.story(),
        row.publishedAt(),
        row.headline(),
        row.url(),
        row.weight(),
        row.share());
  }

  private Evidence fromAvro(io.tocsin.v1.Evidence avro) {
    return new Evidence(
        avro.getId(),
        avro.getSource(),
        avro.getOrigin(),
        avro.getEntity(),
        avro.getRegion(),
        Shape.named(Category.class, avro.getCategory()),
        Shape.named(Reliability.class, avro.getReliability()),
        Shape.credibility("evidence.credibility", avro.getCredibility()),
        avro.getStory(),
        avro.getPublishedAt(),
        avro.getHeadline(),
        avro.getUrl(),
        avro.getWeight(),
        avro.getShare());
  }

  private void write(Evidence row, FieldWriter fields) {
    fields.text("id", row.id());
    fields.text("source", row.source());
    fields.text("origin", row.origin());
    fields.text("entity", row.entity());
    fields.text("region", row.region());
    fields.choice("category", row.category());
    fields.choice("reliability", row.reliability());
    fields.whole("credibility", row.credibility().grade());
    fields.text("story", row.story());
    fields.time("publishedAt", row.publishedAt());
    fields.text("headline", row.headline());
    fields.text("url", row.url());
    fields.number("weight", row.weight());
    fields.number("share", row.share());
  }

  private Evidence evidence(FieldReader fields) {
    var needed = new NeededFields(fields);
    return new Evidence(
        needed.text("id"),
        needed.text("source"),
        needed.text("origin"),
        needed.text("entity"),
        needed.text("region"),
        needed.choice("category", Category.class),
        needed.choice("reliability", Reliability.class),
        needed.credibility("credibility"),
        needed.text("story"),
        needed.time("publishedAt"),
        needed.text("headline"),
        fields.text("url"),
        needed.number("weight"),
        needed.number("share"));
  }

  private Rest rest(FieldReader fields) {
    var needed = new NeededFields(fields);
    return new Rest(needed.whole("count"), needed.number("share"));
  }

  private io.tocsin.v1.Declaration toAvro(Declaration declaration) {
    return new io.tocsin.v1.Declaration(
        declaration.statement(),
        declaration.authority(),
        avro(declaration.level()),
        declaration.nationalLevel(),
        declaration.since(),
        declaration.until());
  }

  private Declaration fromAvro(io.tocsin.v1.Declaration avro) {
    return new Declaration(
        avro.getStatement(),
        avro.getAuthority(),
        level(avro.getLevel()),
        avro.getNationalLevel(),
        avro.getSince(),
        avro.getUntil());
  }

  private void write(Declaration declaration, FieldWriter fields) {
    fields.text("statement", declaration.statement());
    fields.text("authority", declaration.authority());
    fields.choice("level", declaration.level());
    fields.text("nationalLevel", declaration.nationalLevel());
    fields.time("since", declaration.since());
    fields.time("until", declaration.until());
  }

  private Declaration declaration(FieldReader fields) {
    var needed = new NeededFields(fields);
    return new Declaration(
        needed.text("statement"),
        needed.text("authority"),
        needed.choice("level", Level.class),
        fields.text("nationalLevel"),
        needed.time("since"),
        fields.time("until"));
  }

  private static io.tocsin.v1.Level avro(Level level) {
    return Shape.named(io.tocsin.v1.Level.class, level);
  }

  private static Level level(io.tocsin.v1.Level avro) {
    return Shape.named(Level.class, avro);
  }
}
