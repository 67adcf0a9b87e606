package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaEvolutionTest {
  private static final Path RELEASED = Path.of("schemas", "released");
  private static final String[] RECORDS = {
    "NewsEvent", "OfficialStatement", "Control", "AlertLevelChange"
  };

  /** BACKWARD_TRANSITIVE: what any release wrote, today's schema reads. */
  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void shouldReadEveryRelease(Path file) throws IOException {
    Schema released = new Schema.Parser().parse(file.toFile());
    Schema current = Schemas.current(released.getName());

    var verdict = SchemaCompatibility.checkReaderWriterCompatibility(current, released);

    assertThat(verdict.getType())
        .as(verdict.getDescription())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  static Stream<Path> releasedSchemas() throws IOException {
    try (var files = Files.walk(RELEASED)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).toList().stream();
    }
  }

  @Test
  void shouldKnowEveryRelease() throws IOException {
    try (var versions = Files.list(RELEASED)) {
      assertThat(versions.map(v -> v.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Schemas.RELEASED);
    }
    for (String version : Schemas.RELEASED) {
      for (String name : RECORDS) {
        assertThat(RELEASED.resolve(version).resolve(name + ".avsc")).exists();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NewsEvent", "OfficialStatement", "Control", "AlertLevelChange"})
  void shouldDocumentEveryTypeAndField(String record) {
    for (Schema type : namedTypes(Schemas.current(record)).values()) {
      assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
      assertThat(type.getNamespace()).isEqualTo("io.tocsin.v1");
      if (type.getType() == Schema.Type.RECORD) {
        assertThat(type.getFields())
            .allSatisfy(
                field -> assertThat(field.doc()).as(type.getName() + field.name()).isNotBlank());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NewsEvent", "OfficialStatement", "Control", "AlertLevelChange"})
  void shouldGiveEveryOptionalFieldAndListADefault(String record) {
    for (Schema type : namedTypes(Schemas.current(record)).values()) {
      if (type.getType() == Schema.Type.RECORD) {
        for (Schema.Field field : type.getFields()) {
          boolean mayBeAbsent =
              switch (field.schema().getType()) {
                case UNION, ARRAY, MAP -> true;
                default -> false;
              };
          assertThat(!mayBeAbsent || field.hasDefaultValue()).as(field.name()).isTrue();
        }
      }
    }
  }

  @Test
  void shouldKnowEveryConstantOfTheDomain() {
    assertSameConstants(io.tocsin.model.Category.class, io.tocsin.v1.Category.class);
    assertSameConstants(io.tocsin.model.Level.class, io.tocsin.v1.Level.class);
    assertSameConstants(io.tocsin.model.Action.class, io.tocsin.v1.Action.class);
    assertSameConstants(io.tocsin.model.Cause.class, io.tocsin.v1.Cause.class);
    assertSameConstants(io.tocsin.model.Held.class, io.tocsin.v1.Held.class);
    assertSameConstants(io.tocsin.model.Reliability.class, io.tocsin.v1.Reliability.class);
    assertSameConstants(io.tocsin.model.Control.Type.class, io.tocsin.v1.ControlType.class);
    assertSameConstants(io.tocsin.model.NewsEvent.Status.class, io.tocsin.v1.NewsStatus.class);
    assertSameConstants(
        io.tocsin.model.OfficialStatement.Status.class, io.tocsin.v1.StatementStatus.class);
  }

  @Test
  void shouldGenerateFromTheSchemasInTheJar() {
    for (var shape :
        new Shape<?, ?>[] {
          new NewsEventShape(),
          new OfficialStatementShape(),
          new ControlShape(),
          new AlertLevelChangeShape()
        }) {
      Schema shipped = Schemas.current(shape.schema().getName());
      assertThat(SchemaNormalization.parsingFingerprint64(shipped))
          .isEqualTo(SchemaNormalization.parsingFingerprint64(shape.schema()));
    }
  }

  private static void assertSameConstants(
      Class<? extends Enum<?>> domain, Class<? extends Enum<?>> wire) {
    assertThat(Arrays.stream(wire.getEnumConstants()).map(Enum::name))
        .containsExactlyElementsOf(
            Arrays.stream(domain.getEnumConstants()).map(Enum::name).toList());
  }

  private static Map<String, Schema> namedTypes(Schema schema) {
    var found = new HashMap<String, Schema>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.put(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      default -> {}
    }
  }
}
