package io.tocsin.wire.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Evidence;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.HeapArchive;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Row;
import io.tocsin.assess.Territory;
import io.tocsin.model.Incoming;
import io.tocsin.model.Subject;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.topology.Intake;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an assessment makes of random records comes out of its packed form as it went in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackingsTest {
  private final List<Evidence> evidence = new ArrayList<>();
  private HeapArchive archive;
  private Assessor assessor;
  private List<Outcome> outcomes;

  @BeforeAll
  void assess(@TempDir Path folder) {
    new SmallWorld().writeTo(folder);
    var reference = Reference.load(folder);
    var intake = new Intake(reference);
    archive = new HeapArchive(reference.regions()::country);
    assessor =
        new Assessor(reference, archive, Territory.EVERYWHERE, Policy.DEFAULT, Long.MIN_VALUE);
    outcomes = new ArrayList<>();
    for (var record : Scenarios.random(5, 200, Duration.ofDays(20), Scenarios.Options.IN_ORDER)) {
      var read = intake.read((Incoming) record);
      evidence.add(read);
      outcomes.addAll(assessor.apply(read, Math.max(assessor.clock(), read.arrival())).outcomes());
    }
  }

  @Test
  void shouldComeOutAsItWentIn_whenItIsEvidence() {
    assertThat(evidence)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            e -> assertThat(Packings.EVIDENCE.unpack(Packings.EVIDENCE.pack(e))).isEqualTo(e));
  }

  @Test
  void shouldComeOutAsItWentIn_whenItLiesInTheArchive() {
    var exhibits = new ArrayList<Exhibit>();
    for (var subject : archive.subjects()) {
      var standing = archive.standing(subject);
      assertThat(Packings.STANDINGS.unpack(Packings.STANDINGS.pack(standing))).isEqualTo(standing);
      exhibits.addAll(archive.exhibits(subject));
    }
    assertThat(exhibits)
        .hasAtLeastOneElementOfType(Row.class)
        .hasAtLeastOneElementOfType(Exhibit.Refutation.class)
        .hasAtLeastOneElementOfType(Exhibit.Pin.class)
        .allSatisfy(
            e -> assertThat(Packings.EXHIBITS.unpack(Packings.EXHIBITS.pack(e))).isEqualTo(e));
    assertThat(archive.statements())
        .isNotEmpty()
        .allSatisfy(
            s -> assertThat(Packings.STATEMENTS.unpack(Packings.STATEMENTS.pack(s))).isEqualTo(s));
    var filing = archive.filing(evidence.get(0).id());
    if (filing != null) {
      assertThat(Packings.FILINGS.unpack(Packings.FILINGS.pack(filing))).isEqualTo(filing);
    }
  }

  @Test
  void shouldComeOutAsItWentIn_whenItIsAnOutcome() {
    var packing = Outcomes.packing(Codecs.of(Format.AVRO).changes());
    assertThat(outcomes)
        .isNotEmpty()
        .allSatisfy(o -> assertThat(packing.unpack(packing.pack(o))).isEqualTo(o));
  }

  @Test
  void shouldComeOutAsItWentIn_whenItIsABriefOrARawRecord() {
    var original = new Brief.Original(null, new byte[] {1, 2}, "tocsin.news", 3, 4);
    var brief =
        Brief.PACKING.unpack(Brief.PACKING.pack(new Brief(7, evidence.get(0), null, original)));
    assertThat(brief.evidence()).isEqualTo(evidence.get(0));
    assertThat(brief.original()).usingRecursiveComparison().isEqualTo(original);
    var policy = Brief.PACKING.unpack(Brief.PACKING.pack(new Brief(7, null, Policy.DEFAULT, null)));
    assertThat(policy.policy()).isEqualTo(Policy.DEFAULT);
    var headers = new RecordHeaders().add("h", new byte[] {9}).add("none", null);
    var raw = new Raw(new byte[] {5}, null, headers, "t", 1, 2, 3);
    assertThat(Raw.PACKING.unpack(Raw.PACKING.pack(raw))).usingRecursiveComparison().isEqualTo(raw);
  }

  @Test
  void shouldSaySo_whenItIsDamagedOrNewer() {
    byte[] packed = Packings.EVIDENCE.pack(evidence.get(0));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    byte[] newer = packed.clone();
    newer[0] = 4;

    assertThatThrownBy(() -> Packings.EVIDENCE.unpack(cut))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> Packings.EVIDENCE.unpack(newer))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void shouldKnowASubjectWithoutALevel_whenItIsForgotten() {
    var packing = Outcomes.packing(Codecs.of(Format.AVRO).changes());
    var forgotten = new Outcome(new Subject("isil", "GB"), Outcome.Kind.FORGOTTEN, null);

    assertThat(packing.unpack(packing.pack(forgotten))).isEqualTo(forgotten);
  }
}
