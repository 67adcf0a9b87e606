package io.tocsin.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.bench.workload.Generator;
import io.tocsin.bench.workload.Workload;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaiveTest {
  @TempDir Path folder;

  @Test
  void shouldTellEachProbeOnce_whenItsSubjectIsNew() {
    var generator = new Generator(Workload.USUAL);
    var codec = Codecs.of(Format.AVRO).news();
    var rig =
        new Rig(
            "none:1",
            "bench",
            "bench-naive",
            8,
            1,
            Guarantee.AT_LEAST_ONCE,
            Storage.MEMORY,
            folder.toString());
    var properties = new Properties();
    properties.put("application.id", "naive");
    properties.put("bootstrap.servers", "none:1");
    properties.put("state.dir", folder.toString());
    try (var driver = new TopologyTestDriver(new Naive(rig).topology(), properties)) {
      var news =
          driver.createInputTopic(rig.news(), new StringSerializer(), new ByteArraySerializer());
      news.pipeInput("p0", codec.encode(generator.probe(0, 0)));
      news.pipeInput("p1", codec.encode(generator.probe(1, 0)));
      news.pipeInput("n", codec.encode(generator.news(0)));

      var told =
          driver
              .createOutputTopic(rig.changes(), new StringDeserializer(), new StringDeserializer())
              .readKeyValuesToMap();

      assertThat(told).containsKeys("probe-00|c0000", "probe-00|c0001");
      assertThat(told.get("probe-00|c0000")).contains("\"previous\":0", "\"level\":2");
      assertThat(driver.getAllStateStores().keySet()).isEqualTo(Set.of(Naive.STORE));
    }
  }
}
