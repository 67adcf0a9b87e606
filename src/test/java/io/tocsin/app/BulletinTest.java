package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulletinTest {
  private static final Optional<String> RESTORES = Optional.of("reads its state back");

  private final Heard heard = new Heard();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private final Bulletin bulletin = new Bulletin(heard, () -> now);

  @Test
  void shouldSayNothing_whenItTakesAMoment() {
    bulletin.look(RESTORES);
    pass(2);
    bulletin.look(RESTORES);
    bulletin.look(Optional.empty());

    assertThat(heard.said).isEmpty();
  }

  @Test
  void shouldSayWhyNowAndThen_andThatItIsOver_whenItTakesLonger() {
    bulletin.look(RESTORES);
    pass(3);
    bulletin.look(RESTORES);
    pass(1);
    bulletin.look(RESTORES);
    pass(4);
    bulletin.look(Optional.of("lays out its dossiers"));
    pass(2);
    bulletin.look(Optional.empty());
    bulletin.look(Optional.empty());

    assertThat(heard.said)
        .containsExactly(
            "the processor reads its state back",
            "the processor lays out its dossiers",
            "the processor runs, after 10 s");
  }

  @Test
  void shouldWaitAnew_whenItComesAgain() {
    bulletin.look(RESTORES);
    pass(1);
    bulletin.look(Optional.empty());
    pass(60);
    bulletin.look(RESTORES);
    pass(2);
    bulletin.look(RESTORES);

    assertThat(heard.said).isEmpty();
  }

  private void pass(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }
}
