package io.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void shouldSayWhatItRead_whenTheHeadersAreGood() {
    var context = TraceContext.of(PARENT, "vendor=1");

    assertThat(context.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(context.spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(context.isSampled()).isTrue();
    assertThat(context.state()).isEqualTo("vendor=1");
    assertThat(context.parent()).isEqualTo(PARENT);
    assertThat(context.unsampled().parent()).isEqualTo(PARENT.replaceFirst("01$", "00"));
  }

  /** Section 3.2.4: a later version is read as far as version 00 goes. */
  @Test
  void shouldReadALaterVersion_asFarAsItIsKnown() {
    var context = TraceContext.of(PARENT.replaceFirst("^00", "cc") + "-what-comes", null);

    assertThat(context.parent()).isEqualTo(PARENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-1-2-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
      })
  void shouldBeInNoTrace_whenTheFormIsBroken(String parent) {
    assertThat(TraceContext.of(parent, "vendor=1")).isEqualTo(TraceContext.NONE);
  }

  @Test
  void shouldLeaveOutAStateThatIsTooLong() {
    assertThat(TraceContext.of(PARENT, "v=" + "x".repeat(600)).state()).isEmpty();
  }
}
