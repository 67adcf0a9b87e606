package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Action;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant NOW = Instant.parse("2015-12-04T22:00:00Z");

  private final Admission admission = new Admission(Reference.load(null));

  @Test
  void shouldAdmitNews_whenItsIdsAreKnownAndItsSourceIsNot() {
    assertThat(admission.problems(news(List.of("isil", "_"), List.of("GB-BIR")))).isEmpty();
  }

  @Test
  void shouldNameEveryUnknownId_whenNewsNamesSome() {
    assertThat(
            said(admission.problems(news(List.of("Daesh", "xyz"), List.of("GB", "gb-bir", "EU")))))
        .containsExactly(
            "entities[0] is not an entity id; did you mean 'isil'?, got 'Daesh'",
            "entities[1] is not an entity id, got 'xyz'",
            "regions[1] is not a region id; did you mean 'GB-BIR'?, got 'gb-bir'",
            "regions[2] is not a region id, got 'EU'");
  }

  @Test
  void shouldNameUnknownIds_whenAStatementNamesSome() {
    var statement = statement("nobody", List.of("Brussels", "EU", "BE"), null, null, null, null);

    assertThat(said(admission.problems(statement)))
        .containsExactly(
            "authority is not an authority id, got 'nobody'",
            "regions[0] is not a region or group id; did you mean 'BE-BRU'?, got 'Brussels'");
  }

  @Test
  void shouldFillTheLevel_whenOnlyTheNationalLevelIsGiven() {
    var statement = statement("ocam", List.of("BE"), null, null, null, "3");

    assertThat(admission.problems(statement)).isEmpty();
    assertThat(admission.resolved(statement).level()).isEqualTo(Level.SEVERE);
    assertThat(admission.resolved(statement).nationalLevel()).isEqualTo("3");
  }

  @Test
  void shouldTakeTheStatementsOwnScale_whenItNamesOne() {
    var statement =
        statement("west-midlands-police", List.of(), null, "nl-dtn", "4-level", "limited");

    assertThat(admission.problems(statement)).isEmpty();
    assertThat(admission.resolved(statement).level()).isEqualTo(Level.MODERATE);
  }

  @Test
  void shouldLeaveTheStatementAsItIs_whenNothingFollows() {
    var given = statement("ocam", List.of(), Level.SUBSTANTIAL, null, null, "3");
    var none = statement("ocam", List.of(), Level.SEVERE, null, null, null);

    assertThat(admission.resolved(given)).isSameAs(given);
    assertThat(admission.problems(given)).isEmpty();
    assertThat(admission.resolved(none)).isSameAs(none);
  }

  @Test
  void shouldNameTheSteps_whenTheNationalLevelIsNone() {
    assertThat(said(admission.problems(statement("jtac", List.of(), null, null, null, "PROBABLE"))))
        .containsExactly(
            "nationalLevel is not a step of uk-national 2019; its steps are"
                + " LOW, MODERATE, SUBSTANTIAL, SEVERE, CRITICAL, got 'PROBABLE'");
  }

  @Test
  void shouldRefuseTheLevel_whenItLiesOutsideTheNationalStep() {
    var statement = statement("ocam", List.of(), Level.CRITICAL, null, null, "3");

    assertThat(said(admission.problems(statement)))
        .containsExactly(
            "level must be in SUBSTANTIAL..SEVERE, where grave lies on be-ocam, got 'CRITICAL'");
  }

  @Test
  void shouldRefuseScales_whenTheyAreMissingOrUnknown() {
    assertThat(said(admission.problems(statement("met-police", List.of(), null, null, null, "3"))))
        .containsExactly("scale must be given with nationalLevel: the authority has none");
    assertThat(admission.problems(statement("jtac", List.of(), null, "nope", null, "3")))
        .extracting(Problem::field, Problem::value)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("scale", "nope"));
    assertThat(said(admission.problems(statement("jtac", List.of(), null, null, "1999", "SEVERE"))))
        .containsExactly(
            "scaleVersion is not a version of uk-national; there are 2006, 2019, got '1999'");
  }

  @Test
  void shouldRefuseToSetALevel_whenTheStepSaysNothingOfOne() {
    assertThat(admission.problems(statement("dhs", List.of(), null, null, null, "no advisory")))
        .extracting(Problem::field)
        .containsExactly("nationalLevel");
    assertThat(admission.problems(statement("dhs", List.of(), Level.LOW, null, null, "0")))
        .isEmpty();
  }

  @Test
  void shouldCheckControls_whenTheyTouchALevel() {
    assertThat(said(admission.problems(control(Control.Type.PIN, "ISIS", "Birmingham"))))
        .containsExactly(
            "entity is not an entity id; did you mean 'isil'?, got 'ISIS'",
            "region is not a region id; did you mean 'GB-BIR'?, got 'Birmingham'");
    assertThat(admission.problems(control(Control.Type.RELEASE, null, "GB-BIR"))).isEmpty();
    assertThat(admission.problems(control(Control.Type.NOTE, "ISIS", "Birmingham"))).isEmpty();
    assertThat(admission.problems(control(Control.Type.TICK, null, null))).isEmpty();
  }

  private static List<String> said(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  private static NewsEvent news(List<String> entities, List<String> regions) {
    return new NewsEvent(
        "n-1",
        "a-new-blog",
        null,
        NOW,
        "A headline",
        null,
        null,
        null,
        null,
        entities,
        regions,
        null,
        null,
        0,
        null,
        null,
        null);
  }

  private static OfficialStatement statement(
      String authority,
      List<String> regions,
      Level level,
      String scale,
      String version,
      String nationalLevel) {
    var action = level == null && nationalLevel == null ? Action.COMMENT : Action.SET_LEVEL;
    return new OfficialStatement(
        "s-1",
        authority,
        NOW,
        null,
        null,
        action,
        level,
        scale,
        version,
        nationalLevel,
        List.of(),
        regions,
        List.of(),
        List.of(),
        null,
        null,
        0,
        null,
        null);
  }

  private static Control control(Control.Type type, String entity, String region) {
    return new Control(
        "c-1", type, entity, region, Level.SEVERE, null, NOW, "an analyst", "a reason");
  }
}
