package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Category;
import org.junit.jupiter.api.Test;

class CueFileTest {
  @Test
  void shouldExpandBraces() {
    assertThat(CueFile.expand("{a,b} c{d,}")).containsExactly("a cd", "a c", "b cd", "b c");
    assertThat(CueFile.expand("plain")).containsExactly("plain");
  }

  @Test
  void shouldRefuseABraceLeftOpen() {
    assertThatThrownBy(() -> CueFile.expand("{a,b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{a,b");
  }

  @Test
  void shouldReadHeaders() {
    assertThat(Cue.of("ATTACK weak"))
        .isEqualTo(new Cue(Role.CLAIM, Category.ATTACK, true, Kind.VIOLENCE, null, 0));
    assertThat(Cue.of("FRAME COURT").frame()).isEqualTo(Frame.COURT);
    assertThat(Cue.of("KIND COERCION").kind()).isEqualTo(Kind.COERCION);
    assertThat(Cue.of("WARNING").kind()).isNull();
    assertThat(Cue.of("AGE 365").number()).isEqualTo(365);
    assertThatThrownBy(() -> Cue.of("NONSENSE")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldJoinArabicProclitics() {
    assertThat(Proclitics.forms("القاعدة")).contains("والقاعدة", "للقاعدة", "بالقاعدة");
    assertThat(Proclitics.forms("Paris")).containsExactly("Paris");
  }
}
