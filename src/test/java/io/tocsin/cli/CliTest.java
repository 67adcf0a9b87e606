package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.Failure;
import io.tocsin.app.Options;
import io.tocsin.app.Requests;
import io.tocsin.app.Requests.Question;
import io.tocsin.app.Results;
import io.tocsin.app.acl.Role;
import io.tocsin.cli.text.Samples;
import io.tocsin.model.Level;
import io.tocsin.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  @TempDir Path directory;

  private final Desktop desk = new Desktop();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "process",
        "publish",
        "subscribe",
        "levels",
        "watch",
        "explain",
        "replay",
        "backtest",
        "bench",
        "bench sweep",
        "evaluate",
        "read",
        "convert",
        "doctor",
        "topics",
        "topology",
        "keys",
        "keys new",
        "dead-letters",
        "dead-letters list",
        "dead-letters show",
        "dead-letters retry",
        "reference",
        "reference check",
        "reference show",
        "webhooks",
        "webhooks check",
        "webhooks list",
        "webhooks test",
        "webhooks log",
        "feeds check",
        "feeds list",
        "feeds poll",
        "version",
        "completion"
      })
  void shouldShowExamplesAndExitFine_whenHelpIsAsked(String command) {
    var run = run((command + " --help").strip());

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out()).contains("Examples:\n  ", "--json", "--set");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "process",
        "publish news f",
        "subscribe",
        "levels",
        "watch",
        "explain isil FR",
        "explain c-2",
        "replay f",
        "backtest f",
        "bench",
        "bench sweep subjects",
        "evaluate geoparsing d",
        "read f",
        "convert f",
        "doctor",
        "topics",
        "topology",
        "reference check",
        "reference show regions",
        "webhooks check",
        "webhooks list",
        "webhooks test",
        "webhooks log",
        "version",
        "completion"
      })
  void shouldWriteJsonAlone_whenJsonIsAsked(String command) {
    var run = run(command + " --json");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(run("--json " + command).out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "lvels, tocsin levels",
    "levels --min-level HIGH, SUBSTANTIAL",
    "levels --since yesterday, is not a time",
    "levels --regoin FR, --region",
    "publish rumours f, STATEMENTS",
    "publish news, FILE",
    "publish news f --source bbc, are for publish document",
    "replay f --speed 0, is not a speed",
    "explain, ENTITY",
    "explain a b c, Unmatched",
    "--set port, KEY=VALUE",
    "reference, a command is missing",
    "levels --set prot=1, did you mean port?",
    "up --port x, 0..65535",
  })
  void shouldExitWithTwoAndSayWhy_whenUsageIsBad(String arguments, String said) {
    var run = run(arguments);

    assertThat(run.code()).isEqualTo(Cli.BAD_USAGE);
    assertThat(run.err()).startsWith("tocsin: ").contains(said);
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(4);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void shouldShowTheUsage_whenNothingIsAsked() {
    var run = run("");

    assertThat(run.code()).isEqualTo(Cli.BAD_USAGE);
    assertThat(run.err()).contains("Usage: tocsin", "Commands:");
  }

  @Test
  void shouldSayWhatAndWhatToDo_whenACommandFails() {
    desk.failure = new Failure("no broker at localhost:1", "Start one.");

    var run = run("levels");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).isEqualTo("tocsin: no broker at localhost:1\nStart one.\n");
    assertThat(run("levels --verbose").err()).contains("at io.tocsin.");
  }

  @Test
  void shouldHintAtVerbose_whenSomethingUnexpectedHappens() {
    desk.failure = new IllegalStateException("bug");

    assertThat(run("doctor").err()).contains("bug", "--verbose").doesNotContain("at io.tocsin.");
  }

  @Test
  void shouldBeQuietAboutConsequences_whenInterrupted() {
    desk.failure = new IllegalStateException("closed");
    desk.stopping = true;

    var run = run("replay f");

    assertThat(run.code()).isEqualTo(Cli.INTERRUPTED);
    assertThat(run.err()).isEqualTo("tocsin: interrupted\n");
  }

  @Test
  void shouldPassFlagsAsConfiguration_whenTheCommandTakesThem() {
    run("up --demo --port 0 --policy p.yaml --reference r --clock stream --data d");

    assertThat(desk.asked).isEqualTo(new Requests.Up(true, 1));
    assertThat(desk.options.port()).isZero();
    assertThat(desk.options.data()).isEqualTo(directory.resolve("d"));
    assertThat(desk.options.policy().file()).isEqualTo(directory.resolve("p.yaml"));
    assertThat(desk.options.reference()).isEqualTo(directory.resolve("r"));
    assertThat(desk.options.processing().clock()).isEqualTo(Options.ClockMode.STREAM);
  }

  @Test
  void shouldPassTheSelection_whenSubscribing() {
    run("subscribe --entity isil --region FR --min-level severe --since 2h");

    assertThat(desk.asked)
        .isEqualTo(
            new Requests.Selection(
                "isil", "FR", Level.SEVERE, Samples.NOW.minus(Duration.ofHours(2))));
  }

  @ParameterizedTest
  @CsvSource({
    "2015-11-13, 2015-11-13T00:00:00Z",
    "2015-11-13T21:20:00+01:00, 2015-11-13T20:20:00Z",
    "90s, 2015-11-13T23:58:30Z"
  })
  void shouldReadTimes_whenWrittenAsPeopleDo(String written, Instant meant) {
    run("backtest f --until " + written);

    assertThat(desk.asked).isEqualTo(new Requests.Backtest("f", meant, null, null));
  }

  @ParameterizedTest
  @CsvSource({"max, Infinity", "60, 60", "1.5x, 1.5"})
  void shouldReadSpeeds_whenReplaying(String written, double meant) {
    run("replay - --speed " + written);

    assertThat(desk.asked).isEqualTo(new Requests.Replay("-", meant));
  }

  @Test
  void shouldTellSubjectsFromChanges_whenExplaining() {
    run("explain * FR");
    assertThat(desk.asked).isEqualTo(new Question.OfSubject("*", "FR", null, null));
    assertThat(run("explain c-2").out()).contains("Islamic State in Paris");
    assertThat(desk.asked).isEqualTo(new Question.OfChange("c-2", null));
  }

  @Test
  void shouldFailAndNameTheLine_whenARecordIsRefused() {
    desk.refusal =
        new Results.Refusal("f, line 3", List.of(Problem.of("id", null, "must not be blank")));

    var run = run("publish news f");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).contains("refused  f, line 3", "id must not be blank", "1 refused");
  }

  @Test
  void shouldAskForADocumentToBeConvertedAndPublished() {
    assertThat(run("publish document f --format ninjs --source pa --check").code())
        .isEqualTo(Cli.FINE);

    assertThat(desk.asked)
        .isEqualTo(
            new Requests.Publish(
                Requests.Kind.DOCUMENT,
                "f",
                new Requests.Convert("f", "ninjs", "pa", null),
                true,
                false));
  }

  @Test
  void shouldFail_whenACheckOfTheDoctorIsBroken() {
    desk.verdict = Results.Verdict.BROKEN;

    var run = run("doctor");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.out()).contains("broken", "port", "taken", "Give --port another.");
  }

  @Test
  void shouldListWhatKafkaHasToAllow_byRole() {
    var run = run("doctor --acls --role reader,webhooks,subscriber");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out())
        .contains("subscriber: ", "reader: ", "topic     tocsin.levels", "tocsin.notices....");
    assertThat(desk.asked).isEqualTo(EnumSet.of(Role.READER, Role.WEBHOOKS, Role.SUBSCRIBER));
  }

  @Test
  void shouldWriteCommandsForKafkasTool_asFewAsTheyCanBe() {
    var run = run("--bootstrap-servers k:9093 doctor --acls --commands --principal User:CN=a,O=c");

    var begin =
        "kafka-acls.sh --bootstrap-server k:9093 --command-config admin.properties --add"
            + " --allow-principal 'User:CN=a,O=c' --operation Read ";
    assertThat(run.out().lines())
        .containsExactly(
            begin + "--topic tocsin.alerts --topic tocsin.levels",
            begin + "--group tocsin.notices. --resource-pattern-type prefixed");
  }

  @Test
  void shouldWriteEachRightAsJson_forItsPrincipal() {
    assertThat(run("doctor --acls --json --principal User:a").out().lines())
        .hasSize(4)
        .first()
        .isEqualTo(
            "{\"role\":\"subscriber\",\"principal\":\"User:a\",\"resource\":\"topic\","
                + "\"name\":\"tocsin.alerts\",\"pattern\":\"literal\",\"operations\":[\"Read\"]}");
  }

  @Test
  void shouldRefuseARoleThatThereIsNot_andAPrincipalWithoutAcls() {
    assertThat(run("doctor --acls --role king").err()).contains("'king' is not a role", "reader");
    assertThat(run("doctor --principal User:a").code()).isEqualTo(Cli.BAD_USAGE);
  }

  @Test
  void shouldSetPoliciesSideBySide_whenCompared() {
    assertThat(run("backtest f --compare p.yaml").out())
        .contains("- 1   + 2", "end differently: 1", "Islamic State", "SEVERE", "24.25", "LOW");
  }

  @Test
  void shouldSayEachProblemOnALine_whenAFileIsNotValid() {
    desk.failure = new Failure("the file f is not valid:\n  a is\n  b is", "Correct it.");

    assertThat(run("feeds list").err().lines())
        .containsExactly("tocsin: the file f is not valid:", "  a is", "  b is", "Correct it.");
  }

  @Test
  void shouldShowHowFeedsAreDoing() {
    assertThat(run("feeds list").out())
        .contains("wire", "fine", "1 min ago", "in 4 min", "42", "headline must not be blank")
        .contains("desk", "troubled", "no file: there is no /in");
    assertThat(run("feeds list --json").out())
        .contains("{\"id\":\"wire\",\"state\":\"fine\"", "\"trouble\":\"no file\"");
  }

  @Test
  void shouldFail_whenOneOfTheFeedsLookedAtFails() {
    var run = run("feeds poll");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.out()).contains("wire  changed", "desk  no file", "there is no /in");
  }

  @Test
  void shouldPrintRecordsAlone_whenFeedsAreLookedAtDry() {
    var run = run("feeds poll wire --dry-run");

    assertThat(run.code()).isEqualTo(Cli.FINE);
    assertThat(run.out()).isEqualTo("{\"news\":{\"id\":\"wire:1\"}}" + System.lineSeparator());
    assertThat(run.err()).contains("wire  changed");
  }

  @Test
  void shouldShowWhatAFileOfFeedsSays() {
    assertThat(run("feeds check").out()).contains("wire", "5 min", "detected", "reuters");
    assertThat(run("feeds check a/feeds.yaml --json").out())
        .contains("\"intervalSeconds\":300", directory.resolve("a/feeds.yaml").toString());
  }

  @Test
  void shouldWriteAScriptThatBashTakes_whenCompletionIsAsked() {
    assertThat(run("completion").out()).startsWith("#!/usr/bin/env bash").contains("subscribe");
  }

  @Test
  void shouldShowTheBooksOfWebhooks_andFail_whenATestIsNotTaken() {
    assertThat(run("webhooks check hooks.yaml").out()).contains("desk", "hooks.example.org");
    assertThat(desk.options.webhooks()).isEqualTo(directory.resolve("hooks.yaml"));
    assertThat(run("webhooks list").out()).contains("silenced: control c-1 by amy");
    assertThat(run("webhooks list --json").out()).contains("\"raised\":4", "\"pending\":1");
    assertThat(run("webhooks log desk --since 2015-11-13").out())
        .contains("silenced", "Islamic State in Paris", "control c-1 by amy");
    assertThat(desk.asked).isEqualTo("desk since 2015-11-13T00:00:00Z");
    assertThat(run("webhooks test desk").code()).isEqualTo(Cli.FINE);
    desk.stopping = true;
    assertThat(run("webhooks test").code()).isEqualTo(Cli.FAILED);
  }

  @Test
  void shouldPrintRecordsAndExitFailed_whenAnItemOfADocumentIsRefused() {
    desk.refusal =
        new Results.Refusal("feed.xml item 2", List.of(Problem.of("headline", "", "is missing")));

    var run = run("convert feed.xml --source bbc --authority jtac --format RSS");

    assertThat(run.code()).isEqualTo(Cli.FAILED);
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"news\":{}}");
    assertThat(run.err()).contains("feed.xml item 2", "headline is missing");
    assertThat(desk.asked)
        .isEqualTo(
            new Requests.Convert(directory.resolve("feed.xml").toString(), "RSS", "bbc", "jtac"));
  }

  @Test
  void shouldNameTheFormats_whenHelpIsAskedOrOneIsUnknown() {
    var help = run("convert --help");
    var unknown = run("convert feed.xml --format telex");

    assertThat(help.out()).contains("Formats:", "rss", "RSS of all versions");
    assertThat(unknown.code()).isEqualTo(Cli.BAD_USAGE);
    assertThat(unknown.err()).contains("there is no format telex; there are rss");
  }

  private Desktop.Run run(String arguments) {
    return desk.run(directory, arguments);
  }
}
