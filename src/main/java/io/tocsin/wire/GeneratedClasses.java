package io.tocsin.wire;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * The classes that Avro may build: those generated from our schemas, known beforehand.
 *
 * <p>Avro by itself looks classes up by names that stand in schemas, and since 1.12.2 refuses those
 * that no system property of the process allows. Here a name that is not ours is never looked up,
 * so there is nothing to allow and no start needs a property.
 */
final class GeneratedClasses extends SpecificData {
  private static final Map<String, Class<?>> BY_NAME =
      Stream.of(
              io.tocsin.v1.NewsEvent.class,
              io.tocsin.v1.NewsStatus.class,
              io.tocsin.v1.OfficialStatement.class,
              io.tocsin.v1.StatementStatus.class,
              io.tocsin.v1.Action.class,
              io.tocsin.v1.Control.class,
              io.tocsin.v1.ControlType.class,
              io.tocsin.v1.AlertLevelChange.class,
              io.tocsin.v1.Evidence.class,
              io.tocsin.v1.Rest.class,
              io.tocsin.v1.Declaration.class,
              io.tocsin.v1.Cause.class,
              io.tocsin.v1.Held.class,
              io.tocsin.v1.Level.class,
              io.tocsin.v1.Category.class,
              io.tocsin.v1.Reliability.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  GeneratedClasses() {
    addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
  }

  @Override
  @SuppressWarnings("rawtypes") // as Avro declares it
  public Class getClass(Schema schema) {
    return switch (schema.getType()) {
      case RECORD, ENUM, FIXED -> BY_NAME.get(schema.getFullName());
      default -> super.getClass(schema);
    };
  }
}
