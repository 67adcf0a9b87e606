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
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.topology.Intake;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Names;
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
        new Assessor(reference, archive, Territory.EVERYWHERE, Policy.DEFAULT, Long.MIN_VALUE, 1);
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
    for (var subject : archive.directory().all()) {
      var standing = archive.standing(subject);
      assertThat(Packings.STANDINGS.unpack(Packings.STANDINGS.pack(standing))).isEqualTo(standing);
      var shelved = archive.shelved(subject).exhibits();
      assertThat(Packings.DOSSIERS.unpack(Packings.DOSSIERS.pack(shelved))).isEqualTo(shelved);
      exhibits.addAll(shelved);
    }
    assertThat(exhibits)
        .hasAtLeastOneElementOfType(Row.class)
        .hasAtLeastOneElementOfType(Exhibit.Refutation.class)
        .hasAtLeastOneElementOfType(Exhibit.Pin.class);
    assertThat(archive.statements())
        .isNotEmpty()
        .allSatisfy(
            s -> assertThat(Packings.STATEMENTS.unpack(Packings.STATEMENTS.pack(s))).isEqualTo(s));
    assertThat(archive.instructions())
        .isNotEmpty()
        .allSatisfy(
            i ->
                assertThat(Packings.INSTRUCTIONS.unpack(Packings.INSTRUCTIONS.pack(i)))
                    .isEqualTo(i));
  }

  @Test
  void shouldComeOutAsItWentIn_whenItIsAMove() {
    var codec = Codecs.of(Format.AVRO).changes();
    assertThat(outcomes)
        .isNotEmpty()
        .allSatisfy(
            o -> {
              var move =
                  Move.PACKING.unpack(
                      Move.PACKING.pack(
                          Move.of(o, o.change() == null ? null : codec.encode(o.change()))));
              assertThat(new Subject(move.member(), move.region())).isEqualTo(o.subject());
              if (o.change() != null) {
                assertThat(codec.decode(move.state())).isEqualTo(o.change());
                assertThat(move.level()).isEqualTo(o.change().level());
                assertThat(move.declared()).isEqualTo(o.change().declared());
                assertThat(move.reported()).isEqualTo(o.change().reported());
              }
            });
  }

  @Test
  void shouldComeOutInOrder_whenBriefsAreBundled() {
    var bundle = new Bundle.Builder();
    var other = new Bundle.Builder();
    var binder = new Bundle.Binder();
    for (var e : evidence) {
      binder.add(brief(e, null), List.of(bundle));
    }
    binder.add(new Brief(7, 8, new RecordHeaders(), null, Policy.DEFAULT, null), List.of(other));

    assertThat(bundle.count()).isEqualTo(evidence.size());
    var read = Bundle.open(bundle.take(), Names.texts(64));
    for (var e : evidence) {
      assertThat(read.next().evidence()).isEqualTo(e);
    }
    assertThat(read.hasNext()).isFalse();
    assertThat(bundle.count()).isZero();
    assertThat(Bundle.open(other.take(), Names.texts(64)).next().policy())
        .isEqualTo(Policy.DEFAULT);
  }

  @Test
  void shouldHaveTheSameBriefs_whenABundleIsCutIntoSheets() {
    var bundle = new Bundle.Builder();
    for (var e : evidence) {
      new Bundle.Binder().add(brief(e, null), List.of(bundle));
    }

    var sheets = Bundle.sheets(bundle.take(), 7);

    assertThat(sheets).hasSize((evidence.size() + 6) / 7);
    var read = new ArrayList<Evidence>();
    for (byte[] packed : sheets) {
      var sheet = Bundle.open(packed, Names.texts(64));
      int before = read.size();
      while (sheet.hasNext()) {
        read.add(sheet.next().evidence());
      }
      assertThat(read.size() - before).isBetween(1, 7);
    }
    assertThat(read).isEqualTo(evidence);
  }

  @Test
  void shouldSayThatItIsDamaged_whenABundleThatEndsAmidABriefIsCut() {
    var bundle = new Bundle.Builder();
    new Bundle.Binder().add(brief(evidence.get(0), null), List.of(bundle));
    byte[] whole = bundle.take();

    assertThatThrownBy(() -> Bundle.sheets(Arrays.copyOf(whole, whole.length - 1), 7))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void shouldGiveTheRecordAsItCameToTheFirstAlone_whenABriefGoesToSeveral() {
    var original = new Brief.Original(null, new byte[] {1, 2}, "tocsin.news", 3, 4);
    var first = new Bundle.Builder();
    var second = new Bundle.Builder();

    new Bundle.Binder().add(brief(evidence.get(0), original), List.of(first, second));

    var one = Bundle.open(first.take(), Names.texts(64)).next();
    var two = Bundle.open(second.take(), Names.texts(64)).next();
    assertThat(one.original()).usingRecursiveComparison().isEqualTo(original);
    assertThat(two.original()).isNull();
    assertThat(two.evidence()).isEqualTo(one.evidence()).isEqualTo(evidence.get(0));
    assertThat(one.clock()).isEqualTo(7);
    assertThat(one.timestamp()).isEqualTo(8);
    assertThat(one.trace().lastHeader("traceparent").value()).containsExactly(9);
  }

  @Test
  void shouldFindAnyBrief_whenOthersAreLeftOut() {
    var bundle = new Bundle.Builder();
    for (var e : evidence) {
      new Bundle.Binder().add(brief(e, null), List.of(bundle));
    }
    var read = Bundle.open(bundle.take(), Names.texts(64));

    read.skip(42);

    assertThat(read.next().evidence()).isEqualTo(evidence.get(42));
    assertThat(read.index()).isEqualTo(42);
  }

  @Test
  void shouldComeOutAsItWentIn_whenItIsARawRecord() {
    var headers = new RecordHeaders().add("h", new byte[] {9}).add("none", null);
    var raw = new Raw(new byte[] {5}, null, headers, "t", 1, 2, 3);
    assertThat(Raw.PACKING.unpack(Raw.PACKING.pack(raw))).usingRecursiveComparison().isEqualTo(raw);
  }

  /** Whoever moves a constant has to count up the number of the form. */
  @Test
  void shouldKeepTheOrderOfConstants_whileTheFormIsTheSame() {
    assertThat(Packing.FORM).isEqualTo(2);
    assertThat(Category.values())
        .extracting(Enum::name)
        .containsExactly(
            "ATTACK",
            "ATTEMPT",
            "PLOT",
            "THREAT",
            "WARNING",
            "LINK",
            "ARREST",
            "RAID",
            "WEAPONS_FIND",
            "PROPAGANDA",
            "OTHER",
            "COURT",
            "EXERCISE",
            "BACKGROUND",
            "HOAX",
            "DENIAL");
    assertThat(Reliability.values())
        .extracting(Enum::name)
        .containsExactly("A", "B", "C", "D", "E", "F");
    assertThat(Credibility.values())
        .extracting(Enum::name)
        .containsExactly(
            "CONFIRMED",
            "PROBABLY_TRUE",
            "POSSIBLY_TRUE",
            "DOUBTFUL",
            "IMPROBABLE",
            "CANNOT_BE_JUDGED");
    assertThat(Level.values())
        .extracting(Enum::name)
        .containsExactly("LOW", "MODERATE", "SUBSTANTIAL", "SEVERE", "CRITICAL");
    assertThat(Action.values())
        .extracting(Enum::name)
        .containsExactly("SET_LEVEL", "CONFIRM", "DENY", "WARN", "ALL_CLEAR", "COMMENT");
    assertThat(Control.Type.values())
        .extracting(Enum::name)
        .containsExactly("PIN", "RELEASE", "TICK", "SILENCE", "ACK", "NOTE");
    assertThat(Outcome.Kind.values())
        .extracting(Enum::name)
        .containsExactly("CHANGED", "RENEWED", "FORGOTTEN");
  }

  private static Brief brief(Evidence evidence, Brief.Original original) {
    var headers = new RecordHeaders().add("traceparent", new byte[] {9});
    return new Brief(7, 8, headers, evidence, null, original);
  }

  @Test
  void shouldSaySo_whenItIsDamagedOrNewer() {
    byte[] packed = Packings.EVIDENCE.pack(evidence.get(0));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    byte[] newer = packed.clone();
    newer[0] = 6;

    assertThatThrownBy(() -> Packings.EVIDENCE.unpack(cut))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> Packings.EVIDENCE.unpack(newer))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("form 3");
  }

  @Test
  void shouldKnowASubjectWithoutALevel_whenItIsForgotten() {
    var forgotten =
        new Outcome(new Subject("isil", "GB"), Outcome.Kind.FORGOTTEN, Outcome.Former.LOW, null);

    var move = Move.of(forgotten, null);

    assertThat(Move.PACKING.unpack(Move.PACKING.pack(move))).isEqualTo(move);
    assertThat(move.state()).isNull();
  }
}
