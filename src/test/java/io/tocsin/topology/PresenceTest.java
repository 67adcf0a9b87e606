package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Outcome;
import io.tocsin.assess.Outcome.Former;
import io.tocsin.assess.Outcome.Kind;
import io.tocsin.model.Subject;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final Presence presence = new Presence();

  @Test
  void shouldTurnOnce_whenARegionGetsItsFirstSubject() {
    assertThat(presence.turns(outcome("isil", Kind.RENEWED, Former.UNKNOWN))).isTrue();
    assertThat(presence.turns(outcome("eta", Kind.CHANGED, Former.UNKNOWN))).isFalse();
    assertThat(presence.turns(outcome("isil", Kind.CHANGED, Former.LOW))).isFalse();
  }

  @Test
  void shouldTurnBack_whenARegionLosesItsLastSubject() {
    presence.enter("GB");
    presence.turns(outcome("isil", Kind.RENEWED, Former.UNKNOWN));

    assertThat(presence.turns(outcome("isil", Kind.FORGOTTEN, Former.LOW))).isFalse();
    assertThat(presence.turns(outcome("eta", Kind.FORGOTTEN, Former.LOW))).isTrue();
    assertThat(presence.turns(outcome("isil", Kind.RENEWED, Former.UNKNOWN))).isTrue();
  }

  private static Outcome outcome(String entity, Kind kind, Former former) {
    return new Outcome(new Subject(entity, "GB"), kind, former, null);
  }
}
