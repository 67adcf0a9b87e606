package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of nodes and stores are names of topics and folders: a change here orphans state. If it is
 * meant, replace the drawing and say in the change log how to move over.
 */
class TopologyDrawingTest {
  @Test
  void shouldBeTheTopologyThatWasDrawn(@TempDir Path folder) throws IOException {
    new SmallWorld().writeTo(folder);
    var codecs = Codecs.of(Format.AVRO);
    var settings =
        Bench.settings(
            Reference.load(folder),
            Settings.ClockKind.STREAM,
            new Topics("tocsin", codecs),
            codecs,
            8,
            Tally.NONE);

    var drawing = AlertTopology.build(settings, Bench.properties()).describe().toString();

    try (var golden = getClass().getResourceAsStream("/topology/drawing.txt")) {
      assertThat(drawing).isEqualToNormalizingNewlines(new String(golden.readAllBytes(), UTF_8));
    }
  }
}
