package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.assess.Policy;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

  @Test
  void shouldShipTheDefault_asADocumentOfEveryField() throws IOException {
    byte[] shipped;
    try (InputStream in = Policy.class.getResourceAsStream("/policy/default.yaml")) {
      shipped = in.readAllBytes();
    }

    assertThat(PolicyDocument.read(shipped)).isEqualTo(Policy.DEFAULT);
    // what it says is the default's own, not merely the default of what it leaves out
    assertThat(Yaml.object(new String(shipped, StandardCharsets.UTF_8)).findValues("halfLife"))
        .hasSize(15);
    assertThat(names(Yaml.object(new String(shipped, StandardCharsets.UTF_8))))
        .isEqualTo(names(Json.object(PolicyDocument.json(Policy.DEFAULT))));
  }

  @Test
  void shouldReadBackWhatItWrites_inBothFormats() {
    Policy policy =
        read(
            """
            name: cautious
            version: "7"
            weights: {categories: {ATTACK: {base: 0.00001, halfLife: 90m}}, credibility: {2: 0.75}}
            scoring: {thresholds: [1, 2.5, 3, 4e2]}
            maxLateness: off
            hold: 1500ms
            """);

    assertThat(PolicyDocument.read(PolicyDocument.json(policy))).isEqualTo(policy);
    assertThat(read(PolicyDocument.yaml(policy))).isEqualTo(policy);
    assertThat(policy.maxLateness()).isNull();
    assertThat(policy.weights().credibility().get(Credibility.PROBABLY_TRUE)).isEqualTo(0.75);
    assertThat(policy.weights().categories().get(Category.ATTACK).halfLife())
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(policy.weights().categories().get(Category.PLOT))
        .isEqualTo(Policy.DEFAULT.weights().categories().get(Category.PLOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "# nothing but a comment\n", "---\n", "name: default", "{\"listed\": 10}"})
  void shouldTakeTheDefault_whereNothingIsSaid(String document) {
    assertThat(read(document)).isEqualTo(Policy.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "12h, PT12H",
    "7d, P7D",
    "2w, P14D",
    "1d 12h, PT36H",
    "1d12h30m, PT36H30M",
    "90s, PT90S",
    "250ms, PT0.25S",
    "PT12H, PT12H",
    "p1dt1h, PT25H"
  })
  void shouldReadADuration(String written, Duration duration) {
    assertThat(read("hold: " + written).hold()).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12", "h", "12 hours", "1.5h", "'-'", "''", "[]", "P99999999999999999999D"})
  void shouldRefuseADuration(String written) {
    assertThat(problems("hold: " + written))
        .singleElement()
        .asString()
        .startsWith("hold must be a");
  }

  @Test
  void shouldReportEveryProblemTogether_byItsPath() {
    List<String> problems =
        problems(
            """
            weights:
              categories:
                ATACK: {base: 3}
                HOAX: {base: 1}
                PLOT: {base: heavy, halflife: 3h}
                RAID: {halfLife: 0h}
              reliability: {A: 2, G: 1}
              credibility: {7: 1}
            scoring:
              thresholds: [0, x]
              exponent: two
            stories: 3
            corroboration: {cap: SEVER, origins: 0}
            hold: soon
            listed: 1.5
            holdd: 3h
            """);

    assertThat(problems)
        .anySatisfy(p -> assertThat(p).startsWith("weights.categories.ATACK is not a field"))
        .anySatisfy(p -> assertThat(p).startsWith("weights.categories.HOAX is not a field"))
        .contains(
            "weights.categories.PLOT.base must be a number, got 'heavy'",
            "weights.categories.PLOT.halflife is not a field of PLOT; did you mean halfLife?,"
                + " got '3h'",
            "weights.categories.RAID.halfLife must be longer than zero and at most 100 years,"
                + " got 'PT0S'",
            "weights.reliability.A must be in [0, 1], got '2.0'",
            "weights.reliability.G is not a field of reliability, got '1'",
            "scoring.thresholds[1] must be a number, got 'x'",
            "scoring.exponent must be a number, got 'two'",
            "stories must be an object, got '3'",
            "corroboration.origins must be in 1..10, got '0'",
            "listed must be a whole number of at most 32 bits, got '1.5'",
            "holdd is not a field of a policy; did you mean hold?, got '3h'")
        .hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: b: c", "- 1", "text", "name: a\nname: b", "a: 1\n---\nb: 2", "\tx: 1"})
  void shouldRefuse_whatIsNotOneMapping(String document) {
    var refusal = catchThrowableOfType(Unreadable.class, () -> read(document));

    assertThat(refusal.reason()).isEqualTo(Unreadable.Reason.BAD_YAML);
  }

  @Test
  void shouldRefuseBrokenJson_asJson() {
    var refusal = catchThrowableOfType(Unreadable.class, () -> read("{\"name\": }"));

    assertThat(refusal.reason()).isEqualTo(Unreadable.Reason.BAD_JSON);
  }

  @Test
  void shouldRefuseAMountainOfBrackets() {
    var refusal = catchThrowableOfType(Unreadable.class, () -> read("a: " + "[".repeat(50_000)));

    assertThat(refusal.reason()).isEqualTo(Unreadable.Reason.BAD_YAML);
  }

  private static Policy read(String document) {
    return PolicyDocument.read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String document) {
    var refusal = catchThrowableOfType(Unreadable.class, () -> read(document));
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(Unreadable.Reason.INVALID);
    return refusal.problems().stream().map(Object::toString).toList();
  }

  private static Set<String> names(JsonNode node) {
    var names = new TreeSet<String>();
    collect("", node, names);
    return names;
  }

  private static void collect(String path, JsonNode node, Set<String> names) {
    for (var field : node.properties()) {
      names.add(path + field.getKey());
      collect(path + field.getKey() + ".", field.getValue(), names);
    }
  }
}
