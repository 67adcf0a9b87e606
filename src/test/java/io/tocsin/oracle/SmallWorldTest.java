package io.tocsin.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallWorldTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void shouldClimbToTheCountry_whenAskedForALineage() {
    assertThat(world.regionLineage("GB-BIR")).containsExactly("GB-BIR", "GB-ENG", "GB");
    assertThat(world.entityLineage("isil-k-cell")).containsExactly("isil-k-cell", "isil-k", "isil");
    assertThat(world.entityLineage("_")).containsExactly("_");
  }

  @Test
  void shouldWriteSixTables_whenAskedForReferenceData(@TempDir Path folder) throws IOException {
    world.writeTo(folder);

    assertThat(Files.readAllLines(folder.resolve("regions.csv")))
        .hasSize(15)
        .contains("GB,,country,Land of GB,,50.0,10.0,1000")
        .contains("GB-BIR,GB-ENG,place,Land of GB-BIR,,50.0,10.0,1000");
    assertThat(Files.readAllLines(folder.resolve("groups.csv"))).contains("EU,Union EU,DE|FR");
    assertThat(Files.readAllLines(folder.resolve("entities.csv"))).hasSize(7);
    assertThat(Files.readAllLines(folder.resolve("sources.csv"))).hasSize(9);
    assertThat(Files.readAllLines(folder.resolve("authorities.csv")))
        .contains("joint-cell,Office joint-cell,GB|EU,small-5");
    assertThat(Files.readAllLines(folder.resolve("scales.csv"))).hasSize(6);
  }
}
