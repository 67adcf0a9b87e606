package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.model.Incoming;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes topics of the processor; nothing of its state may be lost without a word. */
class DeletedTopicIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<Incoming> RECORDS =
      Scenarios.random(11, 200, Duration.ofDays(4), Scenarios.Options.WILD).stream()
          .map(Incoming.class::cast)
          .toList();

  @TempDir static Path folder;

  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stop() throws Exception {
    admin.close();
    broker.close();
  }

  @Test
  void shouldRefuseToStart_andTellAllAgainAfterWhatItAdvises_whenAChangelogIsGone()
      throws Exception {
    var live = live("stopped");
    live.replay(RECORDS);
    var told = LiveRun.path(live.alerts());
    assertThat(told).isNotEmpty();
    delete("stopped-processor-standings-changelog");

    assertThatThrownBy(() -> live.replay(List.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("gone")
        .hasMessageContaining("stopped-processor-standings-changelog");

    admin.deleteConsumerGroups(List.of("stopped-processor")).all().get(1, TimeUnit.MINUTES);
    delete(
        admin.listTopics().names().get(1, TimeUnit.MINUTES).stream()
            .filter(name -> name.startsWith("stopped-processor-"))
            .toArray(String[]::new));
    deleteAll(live.options.data().resolve("state/stopped-processor"));
    try (var closers = new Closers(name -> {})) {
      live.start(closers);
      await().atMost(PATIENCE).until(live::isThrough);
    }
    var again = LiveRun.path(live.alerts());
    assertThat(again).hasSize(2 * told.size());
    assertThat(again.stream().distinct()).containsExactlyElementsOf(told);
  }

  @Test
  void shouldRefuseToStart_whenNothingIsKnownOfAnyChangelog_butRecordsWereRead() throws Exception {
    var live = live("unknown");
    live.replay(RECORDS);
    delete(
        admin.listTopics().names().get(1, TimeUnit.MINUTES).stream()
            .filter(name -> name.startsWith("unknown-") && name.endsWith("-changelog"))
            .toArray(String[]::new));
    deleteAll(live.options.data().resolve("state"));

    assertThatThrownBy(() -> live.replay(List.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("unknown-processor-*-changelog");
  }

  @Test
  void shouldEnd_whenAChangelogIsDeletedUnderIt() throws Exception {
    shouldEndAfterLosing("running", "running-processor-reports-changelog", "held the state");
  }

  @Test
  void shouldEnd_whenTheTopicOfLevelsIsDeletedUnderIt() throws Exception {
    shouldEndAfterLosing("levels", "levels.levels", "writes to are gone");
  }

  private void shouldEndAfterLosing(String prefix, String topic, String word) throws Exception {
    var live = live(prefix);
    live.replay(RECORDS);
    try (var closers = new Closers(name -> {})) {
      var installation = live.start(closers);
      delete(topic);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThatThrownBy(installation::check)
                      .isInstanceOf(Failure.class)
                      .hasMessageContaining(word)
                      .hasMessageContaining(topic));
    }
  }

  private static LiveRun live(String prefix) throws IOException {
    var world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
    return new LiveRun(broker.bootstrapServers(), folder, prefix, "reference", world.toString());
  }

  private static void delete(String... topics) throws Exception {
    admin.deleteTopics(List.of(topics)).all().get(1, TimeUnit.MINUTES);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin.listTopics().names().get(1, TimeUnit.MINUTES).stream()
                    .noneMatch(List.of(topics)::contains));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
