package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A topic that somebody deletes under running processors. */
class TopicDeletedFault {
  @Fault("topic of records deleted")
  void shouldEndWithWhatToDo_whenATopicItReadsIsDeleted(Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "deleted")) {
      var one = scene.processor("one").start();
      delete(brokers, scene.prefix() + ".controls");

      int code = one.awaitExit();

      row.done("the topic of controls deleted");
      row.note("ends with %d: %s", code, one);
      assertThat(code).isEqualTo(1);
      assertThat(one.said()).anyMatch(line -> line.contains("are gone"));
      one.start();
      scene.load().begin();
      scene.awaitTold(10);
      scene.judge(row);
    }
  }

  @Fault("changelog deleted")
  void shouldEndAndStayEnded_untilAllIsBegunAnew_whenAChangelogIsDeleted(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "changelog")) {
      var one = scene.processor("one").start();
      var two = scene.processor("two").start();
      scene.load().begin();
      scene.awaitTold(50);
      delete(brokers, "changelog-processor-reports-changelog");

      assertThat(one.awaitExit()).isEqualTo(1);
      assertThat(two.awaitExit()).isEqualTo(1);

      assertThat(one.said()).anyMatch(line -> line.contains("held the state"));
      one.launch();
      assertThat(one.awaitExit()).isEqualTo(1);
      row.done("the changelog of reports deleted under two processors: both end with 1, and again");
      row.note("it says %s", one);

      beginAnew(brokers, scene, one, two);
      one.start();
      two.start();
      row.done("group, topics and state folders deleted as it advises, both started");
      var verdict = scene.verdict(row);
      row.note("repeated is all that was told before");
      assertThat(verdict.lost()).isEmpty();
      assertThat(verdict.wrong()).isEmpty();
      assertThat(verdict.standing()).isEmpty();
      assertThat(verdict.repeated()).hasSizeGreaterThanOrEqualTo(50);
    }
  }

  @Fault("topic of levels deleted")
  void shouldEndWithWhatToDo_andTellEveryChange_whenTheTopicOfLevelsIsDeleted(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "levels-deleted")) {
      var one = scene.processor("one").start();
      scene.load().begin();
      scene.awaitTold(50);
      delete(brokers, "levels-deleted.levels");

      assertThat(one.awaitExit()).isEqualTo(1);

      assertThat(one.said()).anyMatch(line -> line.contains("writes to are gone"));
      var recovery = scene.recovery();
      one.start();
      row.done("the topic of levels deleted: ends with 1; started");
      row.recovered(recovery.await());
      var verdict = scene.verdict(row);
      row.note(
          "levels that stand otherwise than they should, so far: %d", verdict.standing().size());
      assertThat(verdict.lost()).isEmpty();
      assertThat(verdict.wrong()).isEmpty();
      assertThat(verdict.repeated()).isEmpty();
    }
  }

  private static void delete(Brokers brokers, String... topics) throws Exception {
    brokers.admin().deleteTopics(List.of(topics)).all().get(60, TimeUnit.SECONDS);
  }

  private static void beginAnew(Brokers brokers, Scene scene, Processor... processors)
      throws Exception {
    var group = scene.group();
    // the session of who did not leave it has to be over
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () -> {
              brokers.admin().deleteConsumerGroups(List.of(group)).all().get(30, TimeUnit.SECONDS);
              return true;
            });
    delete(
        brokers,
        brokers.admin().listTopics().names().get(60, TimeUnit.SECONDS).stream()
            .filter(name -> name.startsWith(group + "-"))
            .toArray(String[]::new));
    for (var processor : processors) {
      StateFault.wipe(processor.state());
    }
  }
}
