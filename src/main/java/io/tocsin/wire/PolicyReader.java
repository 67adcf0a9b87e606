package io.tocsin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.assess.Policy;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes a policy of a document; what the document leaves out is as in {@link Policy#DEFAULT}. */
final class PolicyReader {
  private static final Policy DEFAULT = Policy.DEFAULT;

  private PolicyReader() {}

  /**
   * @throws InvalidRecord with what is wrong with fields and with the policy, together
   */
  static Policy read(ObjectNode document) {
    var fields = new FieldReader(document);
    Policy policy = null;
    try {
      policy = policy(fields);
    } catch (InvalidRecord invalid) {
      fields.merge(invalid);
    }
    fields.refuseUnknown("a policy");
    fields.check();
    return policy;
  }

  private static Policy policy(FieldReader fields) {
    var written = new PolicyFields(fields);
    return new Policy(
        written.label("name", DEFAULT.name()),
        written.label("version", DEFAULT.version()),
        part(fields, "weights", DEFAULT.weights(), PolicyReader::weights),
        part(fields, "stories", DEFAULT.stories(), PolicyReader::stories),
        part(fields, "statements", DEFAULT.statements(), PolicyReader::statements),
        part(fields, "scoring", DEFAULT.scoring(), PolicyReader::scoring),
        part(fields, "corroboration", DEFAULT.corroboration(), PolicyReader::corroboration),
        written.duration("hold", DEFAULT.hold()),
        written.isOff("maxLateness")
            ? null
            : written.duration("maxLateness", DEFAULT.maxLateness()),
        fields.whole("forgetAfter", DEFAULT.forgetAfter()),
        fields.whole("listed", DEFAULT.listed()));
  }

  private static Policy.Weights weights(FieldReader fields, Policy.Weights otherwise) {
    var written = new PolicyFields(fields);
    return new Policy.Weights(
        part(fields, "categories", otherwise.categories(), PolicyReader::categories),
        part(fields, "reliability", otherwise.reliability(), PolicyReader::reliability),
        part(fields, "credibility", otherwise.credibility(), PolicyReader::credibility),
        written.number("attenuation", otherwise.attenuation()));
  }

  private static Map<Category, Policy.Decay> categories(
      FieldReader fields, Map<Category, Policy.Decay> otherwise) {
    var categories = new EnumMap<Category, Policy.Decay>(otherwise);
    categories.replaceAll(
        (category, decay) -> part(fields, category.name(), decay, PolicyReader::decay));
    return categories;
  }

  private static Map<Reliability, Double> reliability(
      FieldReader fields, Map<Reliability, Double> otherwise) {
    var written = new PolicyFields(fields);
    var grades = new EnumMap<Reliability, Double>(otherwise);
    grades.replaceAll((grade, factor) -> written.number(grade.name(), factor));
    return grades;
  }

  private static Map<Credibility, Double> credibility(
      FieldReader fields, Map<Credibility, Double> otherwise) {
    var written = new PolicyFields(fields);
    var grades = new EnumMap<Credibility, Double>(otherwise);
    grades.replaceAll((grade, factor) -> written.number(Integer.toString(grade.grade()), factor));
    return grades;
  }

  private static Policy.Stories stories(FieldReader fields, Policy.Stories otherwise) {
    var written = new PolicyFields(fields);
    return new Policy.Stories(
        written.duration("window", otherwise.window()),
        written.number("copyFactor", otherwise.copyFactor()),
        fields.whole("nearDuplicateBits", otherwise.nearDuplicateBits()));
  }

  private static Policy.Statements statements(FieldReader fields, Policy.Statements otherwise) {
    var written = new PolicyFields(fields);
    return new Policy.Statements(
        written.duration("window", otherwise.window()),
        written.number("confirmedCredibility", otherwise.confirmedCredibility()),
        written.number("denyFactor", otherwise.denyFactor()),
        written.number("allClearFactor", otherwise.allClearFactor()),
        part(fields, "warning", otherwise.warning(), PolicyReader::decay),
        written.duration("refutationWindow", otherwise.refutationWindow()));
  }

  private static Policy.Scoring scoring(FieldReader fields, Policy.Scoring otherwise) {
    var written = new PolicyFields(fields);
    return new Policy.Scoring(
        written.number("prior", otherwise.prior()),
        written.number("exponent", otherwise.exponent()),
        written.numbers("thresholds", otherwise.thresholds()));
  }

  private static Policy.Corroboration corroboration(
      FieldReader fields, Policy.Corroboration otherwise) {
    var written = new PolicyFields(fields);
    Level cap = fields.choice("cap", Level.class);
    return new Policy.Corroboration(
        written.duration("window", otherwise.window()),
        fields.whole("origins", otherwise.origins()),
        cap == null ? otherwise.cap() : cap);
  }

  private static Policy.Decay decay(FieldReader fields, Policy.Decay otherwise) {
    var written = new PolicyFields(fields);
    return new Policy.Decay(
        written.number("base", otherwise.base()),
        written.duration("halfLife", otherwise.halfLife()));
  }

  private static <T> T part(
      FieldReader fields, String name, T otherwise, BiFunction<FieldReader, T, T> read) {
    T part = fields.object(name, name, object -> read.apply(object, otherwise));
    return part == null ? otherwise : part;
  }
}
