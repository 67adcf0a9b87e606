package io.tocsin.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1} {}",
        "{\"a\":1,}",
        "{'a':1}",
        "// a\n{}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "\"line\nbreak\"",
        "",
        " ",
        "{\"a\":"
      })
  void shouldRefuseWhatIsNotJson(String text) {
    assertThatThrownBy(() -> StrictJson.tree(text.getBytes(UTF_8)))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageStartingWith("json must be one JSON value: ");
  }

  @Test
  void shouldRefuseWhatIsDeep() {
    refuses("[".repeat(100_000));
    refuses("{\"a\":".repeat(65) + "1" + "}".repeat(65));
    assertThat(StrictJson.tree(("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8))).isNotNull();
  }

  @Test
  void shouldRefuseWhatIsVast() {
    refuses("{\"a\":" + "9".repeat(1_001) + "}");
    refuses("{\"" + "k".repeat(2_001) + "\":1}");
    refuses("[" + "1,".repeat(2_000_000) + "1]");
    assertThat(StrictJson.tree("[1e99999]".getBytes(UTF_8)).get(0).isNumber()).isTrue();
  }

  @Test
  void shouldReadUtf8AndUtf16_withAMarkAndWithout() {
    for (var charset : new Charset[] {UTF_8, UTF_16BE, UTF_16LE}) {
      for (var mark : new String[] {"", "\uFEFF"}) {
        byte[] bytes = (mark + "{\"a\":\"caf\u00e9 \ud83d\udca3\"}").getBytes(charset);
        assertThat(StrictJson.tree(bytes).path("a").asText()).isEqualTo("caf\u00e9 \ud83d\udca3");
      }
    }
  }

  @Test
  void shouldRefuseOtherEncodings() {
    assertThatThrownBy(
            () -> StrictJson.tree("{\"a\":\"\u00e9\"}".getBytes(Charset.forName("windows-1252"))))
        .hasMessage("encoding must be UTF-8 or UTF-16, and is not UTF-8");
    assertThatThrownBy(() -> StrictJson.tree("{}".getBytes(Charset.forName("UTF-32LE"))))
        .isInstanceOf(InvalidRecord.class);
    // a surrogate in UTF-8
    assertThatThrownBy(
            () -> StrictJson.tree(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
        .hasMessageContaining("encoding");
  }

  @Test
  void shouldForgiveScriptsTheirCommentsAndCommas_andNothingElse() {
    assertThat(StrictJson.script("/* a */{\"a\":\"b\nc\",} // d").path("a").asText())
        .isEqualTo("b\nc");
    assertThatThrownBy(() -> StrictJson.script("{\"a\":1,\"a\":2}"))
        .isInstanceOf(InvalidRecord.class);
    assertThatThrownBy(() -> StrictJson.script("[".repeat(100))).isInstanceOf(InvalidRecord.class);
  }

  private static void refuses(String text) {
    assertThatThrownBy(() -> StrictJson.tree(text.getBytes(UTF_8)))
        .isInstanceOf(InvalidRecord.class);
  }
}
