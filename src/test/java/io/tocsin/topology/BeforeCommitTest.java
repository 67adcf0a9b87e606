package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What an upgrade of Kafka has to pass: a processor is told of each commit, and may forward. */
class BeforeCommitTest {
  /** Forwards what it has collected, all at once, and counts how often. */
  private static final class Collector implements Processor<String, String, String, String> {
    private final List<String> collected = new ArrayList<>();
    private ProcessorContext<String, String> context;
    private KeyValueStore<String, String> counts;

    @Override
    public void init(ProcessorContext<String, String> context) {
      this.context = context;
      counts = context.getStateStore("counts");
      BeforeCommit hook = context.getStateStore("hook");
      hook.run(context, this::handOn);
    }

    @Override
    public void process(Record<String, String> record) {
      collected.add(record.value());
    }

    private void handOn() {
      if (!collected.isEmpty()) {
        context.forward(new Record<>("k", String.join(" ", collected), 7));
        counts.put("k", String.join(" ", collected));
        collected.clear();
      }
    }
  }

  @Test
  void shouldForwardAndWrite_whenACommitIsNear() {
    var topology = new Topology();
    topology.addSource("in", "in");
    topology.addProcessor("collect", Collector::new, "in");
    topology.addStateStore(BeforeCommit.builder("hook", new Crew()), "collect");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore("counts"), Serdes.String(), Serdes.String()),
        "collect");
    topology.addSink("out", "out", "collect");
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "commits");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);

    try (var driver = new TopologyTestDriver(topology, properties)) {
      var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
      var out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
      in.pipeInput("k", "one");
      in.pipeInput("k", "two");
      driver.advanceWallClockTime(Duration.ofSeconds(1));

      // the driver commits after each record
      assertThat(out.readValuesToList()).containsExactly("one", "two");
      assertThat(driver.getKeyValueStore("counts").get("k")).isEqualTo("two");
    }
  }

  @Test
  void shouldHandOnForAllTasksOfAThread_whenOneOfThemCommits() {
    var crew = new Crew();
    var handedOn = new ArrayList<String>();
    var one = BeforeCommit.builder("one", crew).build();
    var other = BeforeCommit.builder("other", crew).build();
    one.run(context(), () -> handedOn.add("one"));
    other.run(context(), () -> handedOn.add("other"));

    one.flushCache();
    other.close();
    one.flushCache();

    assertThat(handedOn).containsExactly("one", "other", "one");
  }

  @Test
  void shouldHandNothingOn_whenItsProcessorWasClosedAndItsStoresWereNot() {
    var crew = new Crew();
    var handedOn = new ArrayList<String>();
    var active = BeforeCommit.builder("active", crew).build();
    var standby = BeforeCommit.builder("standby", crew).build();
    active.run(context(), () -> handedOn.add("active"));
    standby.run(context(), () -> handedOn.add("standby"));

    standby.rest();
    active.flushCache();
    standby.flushCache();

    assertThat(handedOn).containsExactly("active");
  }

  @Test
  void shouldHandOnOnce_whenItsTaskIsActiveAgain() {
    var handedOn = new ArrayList<String>();
    var hook = BeforeCommit.builder("hook", new Crew()).build();
    hook.run(context(), () -> handedOn.add("before"));
    hook.run(context(), () -> handedOn.add("again"));

    hook.flushCache();

    assertThat(handedOn).containsExactly("again");
  }

  @Test
  void shouldLeaveTasksOfOtherThreadsAlone_whenATaskCommits() throws InterruptedException {
    var crew = new Crew();
    var handedOn = new ArrayList<String>();
    var here = BeforeCommit.builder("here", crew).build();
    var there = BeforeCommit.builder("there", crew).build();
    here.run(context(), () -> handedOn.add("here"));
    var thread = new Thread(() -> there.run(context(), () -> handedOn.add("there")));
    thread.start();
    thread.join();

    here.flushCache();

    assertThat(handedOn).containsExactly("here");
  }

  @Test
  void shouldClose_whenNothingWasEverToBeHandedOn() {
    var hook = BeforeCommit.builder("hook", new Crew()).build();

    hook.close();

    assertThat(hook.isOpen()).isFalse();
  }

  /** One that a hook may be told of, and that does nothing. */
  private static ProcessorContext<?, ?> context() {
    return (ProcessorContext<?, ?>)
        Proxy.newProxyInstance(
            BeforeCommitTest.class.getClassLoader(),
            new Class<?>[] {InternalProcessorContext.class},
            (proxy, method, arguments) -> method.getReturnType() == long.class ? 0L : null);
  }
}
