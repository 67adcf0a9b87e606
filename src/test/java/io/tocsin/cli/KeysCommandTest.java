package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.Requests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
  @TempDir Path directory;

  private final Desktop desk = new Desktop();

  @Test
  void shouldPrintTheEntry_andSayWhereThePrivateKeyIs() {
    var run = run("keys new --authority jtac --out secrets");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out()).isEqualToIgnoringNewLines("jtac-2026-11-29:AAA");
    assertThat(run.err()).contains("the private key is in " + directory.resolve("secrets"));
    assertThat(desk.asked)
        .isEqualTo(new Requests.NewKey("jtac", null, directory.resolve("secrets")));
  }

  @Test
  void shouldMakeOneForAnIngress() {
    assertThat(run("keys new --ingress --id door-1").code()).isEqualTo(Cli.FINE);
    assertThat(desk.asked).isEqualTo(new Requests.NewKey(null, "door-1", directory));
  }

  @Test
  void shouldSignStatements_withTheKeyThatIsNamed() {
    assertThat(run("publish statements s.ndjson --sign-with k.jwk").code()).isEqualTo(Cli.FINE);
    assertThat(((Requests.Publish) desk.asked).signWith()).isEqualTo(directory.resolve("k.jwk"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "keys new",
        "keys new --authority jtac --ingress",
        "keys new --ingress --id a:b",
        "publish news n.ndjson --sign-with k.jwk"
      })
  void shouldRefuseWhatHasNoSense(String command) {
    assertThat(run(command).code()).isEqualTo(Cli.BAD_USAGE);
  }

  private Desktop.Run run(String arguments) {
    return desk.run(directory, arguments);
  }
}
