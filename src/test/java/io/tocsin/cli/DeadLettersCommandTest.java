package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.Requests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {
  @TempDir Path directory;

  private final Desktop desk = new Desktop();

  @Test
  void shouldListThem_andSayHowManyThereAre() {
    var run = run("dead-letters list --reason not_admitted --topic news --since 2015-12-01");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out())
        .contains(
            "tocsin.dead-letters-3-17", "NOT_ADMITTED", "failed again", "is not an entity id");
    assertThat(run.err()).contains("1 of 3 shown, 2 not tried again; NOT_ADMITTED 3");
    assertThat(desk.asked)
        .isEqualTo(
            new Requests.LetterFilter(
                "not_admitted", "news", Instant.parse("2015-12-01T00:00:00Z")));
  }

  @Test
  void shouldWriteOneObjectALine_whenJsonIsAsked() {
    assertThat(run("dead-letters list --json").out())
        .isEqualToIgnoringNewLines(
            """
            {"id":"tocsin.dead-letters-3-17","at":"2015-12-05T12:00:00Z","reason":"NOT_ADMITTED",\
            "why":"entities[0]: 'isi' is not an entity id","from":"tocsin.news-0-4",\
            "retriedFrom":"tocsin.dead-letters-3-11","retried":false,"bytes":14}""");
  }

  @Test
  void shouldShowOne_withoutWhatCouldMoveTheCursor() {
    var run = run("dead-letters show tocsin.dead-letters-3-17");

    assertThat(run.out())
        .contains("reason     NOT_ADMITTED", "  tocsin_why: red [31m", "  \"id\" : \"1\"")
        .doesNotContain("\u001b[31m");
    assertThat(desk.asked).isEqualTo("tocsin.dead-letters-3-17");
  }

  @Test
  void shouldPublishOneAgain_withTheCorrection() {
    var run = run("dead-letters retry tocsin.dead-letters-3-17 --with fixed.json");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out()).isEqualToIgnoringNewLines("tocsin.dead-letters-3-17 -> tocsin.news-0-9");
    assertThat(desk.asked)
        .isEqualTo(
            new Requests.Retry(
                List.of("tocsin.dead-letters-3-17"),
                new Requests.LetterFilter(null, null, null),
                directory.resolve("fixed.json")));
  }

  @Test
  void shouldNotPublishManyAgain_whenNobodyCanBeAsked() {
    var run = run("dead-letters retry --reason NOT_ADMITTED");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).contains("2 letters would be published again", "--yes");
    assertThat(desk.asked).isInstanceOf(Requests.LetterFilter.class);
  }

  @Test
  void shouldPublishManyAgain_whenToldSo() {
    assertThat(run("dead-letters retry --reason NOT_ADMITTED --yes").code()).isEqualTo(Cli.FINE);
    assertThat(desk.asked).isInstanceOf(Requests.Retry.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters retry",
        "dead-letters retry a-0-1 --reason LATE",
        "dead-letters retry a-0-1 a-0-2 --with x.json",
        "dead-letters retry --reason LATE --with x.json",
        "dead-letters list --limit 0",
        "dead-letters"
      })
  void shouldRefuseWhatHasNoSense(String command) {
    assertThat(run(command).code()).isEqualTo(Cli.BAD_USAGE);
  }

  private Desktop.Run run(String arguments) {
    return desk.run(directory, arguments);
  }
}
