package io.tocsin.topology;

import static io.tocsin.topology.Records.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.wire.packed.Brief;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictsTest {
  private static final int PARTITIONS = 8;
  private static final Instant T = Bench.NOW;

  private Reference reference;
  private Districts districts;

  @BeforeEach
  void open(@TempDir Path folder) {
    new SmallWorld().writeTo(folder);
    reference = Reference.load(folder);
    districts = new Districts(reference, PARTITIONS);
  }

  @Test
  void shouldGoWhereItsSubjectsAre_whenItIsAFirstReport() {
    var brief = brief(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));

    var reached = districts.of(brief);

    assertThat(reached).hasSize(1);
    int home = reached[0];
    assertThat(districts.territory(home).holds("isil", "GB")).isTrue();
  }

  @Test
  void shouldHaveOneHomeForAllRegionsOfACountry_whenTheEntityIsTheSame() {
    var homes =
        IntStream.range(0, PARTITIONS)
            .filter(p -> districts.territory(p).holds("isil", "GB"))
            .toArray();

    assertThat(homes).hasSize(1);
  }

  @Test
  void shouldGoEverywhere_whenItMayConcernAnySubject() {
    var retraction =
        news("n1", "wire-a", T, Category.ATTACK, "GB-BIR", 1, T, NewsEvent.Status.RETRACTED);

    assertThat(districts.of(brief(retraction))).hasSize(PARTITIONS);
    assertThat(districts.of(brief(Records.declare("s1", "gb-centre", T, Level.SEVERE, "GB"))))
        .hasSize(PARTITIONS);
    assertThat(districts.of(brief(Records.tick(T)))).hasSize(PARTITIONS);
  }

  @Test
  void shouldGoWhereSubjectsOfItsEntitiesAre_whenItIsAFirstStatementAboutEntities() {
    var reached = districts.of(brief(Records.about(List.of("isil-k"), T, List.of())));

    assertThat(reached).hasSizeLessThan(PARTITIONS);
    for (var entity : List.of("isil", "isil-k", "isil-k-cell")) {
      assertThat(IntStream.of(reached).filter(p -> districts.territory(p).holds(entity, "GB")))
          .as(entity)
          .hasSize(1);
    }
  }

  @Test
  void shouldGoEverywhere_whenAStatementMayEndOneAboutOthers() {
    var refers = Records.about(List.of("isil"), T, List.of("s0"));

    assertThat(districts.of(brief(refers))).hasSize(PARTITIONS);
  }

  private Brief brief(Incoming record) {
    return new Brief(0, 0, new RecordHeaders(), new Intake(reference).read(record), null, null);
  }
}
