package io.tocsin.wire;

import io.tocsin.model.Credibility;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * How one record of the domain looks in Avro and in JSON.
 *
 * @param <T> the record of the domain
 * @param <A> its generated Avro class
 */
interface Shape<T, A extends SpecificRecord> {
  String GRADE_RULE = "must be a whole number in 1..6";

  /** The generated class's schema, whose name is also the name of the schema's file. */
  Schema schema();

  /** What an error calls such a record: {@code a news event}. */
  String title();

  A toAvro(T value);

  /** How the record is written and read without {@code A}, where there is such a way. */
  default Optional<PlainBody<T>> plainBody() {
    return Optional.empty();
  }

  /** Throws {@link io.tocsin.model.InvalidRecord} with every rule that the record breaks. */
  T fromAvro(A value);

  void write(T value, FieldWriter fields);

  /** Leaves what is wrong in the reader, and throws for the rules of the record as a whole. */
  T read(FieldReader fields);

  /** The constant of the same name; {@code null} stays {@code null}. */
  static <E extends Enum<E>> E named(Class<E> type, Enum<?> constant) {
    return constant == null ? null : Enum.valueOf(type, constant.name());
  }

  /** The credibility of a grade 1..6; {@code null} stays {@code null}. */
  static Credibility credibility(String field, Integer grade) {
    return grade == null
        ? null
        : Credibility.ofGrade(grade)
            .orElseThrow(() -> new InvalidRecord(Problem.of(field, grade, GRADE_RULE)));
  }

  /** In the order of its keys, so that one record has one encoding in every process. */
  static Map<String, String> ordered(Map<String, String> map) {
    return new TreeMap<>(map);
  }
}
