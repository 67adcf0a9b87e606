package io.tocsin.wire;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import java.util.List;
import org.apache.avro.Schema;

/** An {@link OfficialStatement} on the wire. */
final class OfficialStatementShape
    implements Shape<OfficialStatement, io.tocsin.v1.OfficialStatement> {

  @Override
  public Schema schema() {
    return io.tocsin.v1.OfficialStatement.getClassSchema();
  }

  @Override
  public String title() {
    return "an official statement";
  }

  @Override
  public io.tocsin.v1.OfficialStatement toAvro(OfficialStatement statement) {
    return new io.tocsin.v1.OfficialStatement(
        statement.id(),
        statement.authority(),
        statement.issuedAt(),
        statement.expiresAt(),
        statement.reviewBy(),
        Shape.named(io.tocsin.v1.Action.class, statement.action()),
        Shape.named(io.tocsin.v1.Level.class, statement.level()),
        statement.scale(),
        statement.scaleVersion(),
        statement.nationalLevel(),
        statement.entities(),
        statement.regions(),
        named(io.tocsin.v1.Category.class, statement.categories()),
        statement.references(),
        statement.text(),
        statement.url(),
        statement.revision(),
        Shape.named(io.tocsin.v1.StatementStatus.class, statement.status()),
        Shape.ordered(statement.attributes()));
  }

  @Override
  public OfficialStatement fromAvro(io.tocsin.v1.OfficialStatement avro) {
    return new OfficialStatement(
        avro.getId(),
        avro.getAuthority(),
        avro.getIssuedAt(),
        avro.getExpiresAt(),
        avro.getReviewBy(),
        Shape.named(Action.class, avro.getAction()),
        Shape.named(Level.class, avro.getLevel()),
        avro.getScale(),
        avro.getScaleVersion(),
        avro.getNationalLevel(),
        avro.getEntities(),
        avro.getRegions(),
        named(Category.class, avro.getCategories()),
        avro.getReferences(),
        avro.getText(),
        avro.getUrl(),
        avro.getRevision(),
        Shape.named(OfficialStatement.Status.class, avro.getStatus()),
        avro.getAttributes());
  }

  @Override
  public void write(OfficialStatement statement, FieldWriter fields) {
    fields.text("id", statement.id());
    fields.text("authority", statement.authority());
    fields.time("issuedAt", statement.issuedAt());
    fields.time("expiresAt", statement.expiresAt());
    fields.time("reviewBy", statement.reviewBy());
    fields.choice("action", statement.action());
    fields.choice("level", statement.level());
    fields.text("scale", statement.scale());
    fields.text("scaleVersion", statement.scaleVersion());
    fields.text("nationalLevel", statement.nationalLevel());
    fields.texts("entities", statement.entities());
    fields.texts("regions", statement.regions());
    fields.texts("categories", statement.categories().stream().map(Enum::name).toList());
    fields.texts("references", statement.references());
    fields.text("text", statement.text());
    fields.text("url", statement.url());
    fields.whole("revision", statement.revision());
    fields.choice("status", statement.status());
    fields.textMap("attributes", statement.attributes());
  }

  @Override
  public OfficialStatement read(FieldReader fields) {
    return new OfficialStatement(
        fields.text("id"),
        fields.text("authority"),
        fields.time("issuedAt"),
        fields.time("expiresAt"),
        fields.time("reviewBy"),
        fields.choice("action", Action.class),
        fields.choice("level", Level.class),
        fields.text("scale"),
        fields.text("scaleVersion"),
        fields.text("nationalLevel"),
        fields.texts("entities"),
        fields.texts("regions"),
        fields.choices("categories", Category.class),
        fields.texts("references"),
        fields.text("text"),
        fields.text("url"),
        fields.whole("revision", 0),
        fields.choice("status", OfficialStatement.Status.class),
        fields.textMap("attributes"));
  }

  private static <E extends Enum<E>> List<E> named(Class<E> type, List<? extends Enum<?>> values) {
    return values.stream().map(value -> Shape.named(type, value)).toList();
  }
}
