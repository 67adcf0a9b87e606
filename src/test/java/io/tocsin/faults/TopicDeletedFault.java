package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** A topic that somebody deletes under running processors. */
class TopicDeletedFault {
  @Fault("topic of records deleted")
  void shouldEndWithWhatToDo_whenATopicItReadsIsDeleted(Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "deleted")) {
      var one = scene.processor("one").start();
      brokers
          .admin()
          .deleteTopics(List.of(scene.prefix() + ".controls"))
          .all()
          .get(60, TimeUnit.SECONDS);

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
}
