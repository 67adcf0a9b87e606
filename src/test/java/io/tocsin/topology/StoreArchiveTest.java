package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Evidence;
import io.tocsin.assess.HeapArchive;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Report;
import io.tocsin.assess.SmallReference;
import io.tocsin.assess.Territory;
import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import io.tocsin.model.Subject;
import io.tocsin.oracle.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in stores, and is read again by another process, tells the same to the bit. */
class StoreArchiveTest extends StoredAssessor {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldTellTheSameToTheBit_whenTheProcessStartsAgainAndAgain(long seed) {
    var random = new Random(seed);
    var intake = new Intake(reference, SmallReference.reader());
    var records =
        Scenarios.shuffled(
            Scenarios.random(seed, 400, Duration.ofDays(20), Scenarios.Options.IN_ORDER),
            seed,
            Duration.ofHours(random.nextInt(72)));
    var evidence = new ArrayList<Evidence>();
    for (var record : records) {
      evidence.add(intake.read((Incoming) record));
      if (random.nextInt(10) == 0) {
        evidence.add(evidence.get(random.nextInt(evidence.size())));
      }
    }

    var expected = onHeap(evidence);
    var told = new ArrayList<Outcome>();
    for (int from = 0; from < evidence.size(); ) {
      // bundles of a sheet and of several
      int most = random.nextInt(8) == 0 ? 3 * ReportStore.SHEET : 12;
      int to = Math.min(evidence.size(), from + 1 + random.nextInt(most));
      told.addAll(bundled(evidence.subList(from, to)));
      from = to;
      if (random.nextInt(5) == 0) {
        start(assessor.clock());
      }
    }

    assertSame(told, expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void shouldTellTheSameToTheBit_whenAllClearsAreWithdrawnAndDossiersFoldedAnew(long seed) {
    var random = new Random(seed);
    var evidence =
        inTime(Scenarios.random(seed, 2_500, Duration.ofDays(50), Scenarios.Options.WILD));

    var told = new ArrayList<Outcome>();
    for (int from = 0; from < evidence.size(); ) {
      int to = Math.min(evidence.size(), from + 1 + random.nextInt(12));
      told.addAll(bundled(evidence.subList(from, to)));
      from = to;
      if (random.nextInt(50) == 0) {
        start(assessor.clock());
      }
    }

    assertSame(told, onHeap(evidence));
  }

  /** The first difference says more than thousands of outcomes. */
  private static void assertSame(List<Outcome> told, List<Outcome> expected) {
    for (int i = 0; i < Math.min(told.size(), expected.size()); i++) {
      assertThat(told.get(i)).as("outcome %d", i).isEqualTo(expected.get(i));
    }
    assertThat(told).isNotEmpty().hasSameSizeAs(expected);
  }

  @Test
  void shouldNotCountWhatWasRefused_whenTheProcessStartsAgain() {
    var alike =
        inTime(Scenarios.random(3, 400, Duration.ofDays(10), Scenarios.Options.IN_ORDER)).stream()
            .filter(piece -> piece instanceof Report report && !report.claims().isEmpty())
            .map(Report.class::cast)
            .collect(Collectors.groupingBy(report -> report.claims().get(0).entity()))
            .values()
            .stream()
            .filter(reports -> reports.size() > 2)
            .findFirst()
            .orElseThrow();
    var counts = alike.get(0);
    var refused = alike.get(1);
    var countsToo = alike.get(2);
    var bundle = new ArrayList<Evidence>(Collections.nCopies(ReportStore.SHEET, counts));
    bundle.addAll(List.of(refused, countsToo));
    archive.open(packed(bundle));
    archive.at(0);
    assessor.apply(counts, counts.arrival());
    archive.at(ReportStore.SHEET + 1);
    assessor.apply(countsToo, Math.max(assessor.clock(), countsToo.arrival()));
    archive.close();
    var known = List.copyOf(archive.directory().all());
    var before = known.stream().map(assessor::explain).toList();

    start(assessor.clock());

    assertThat(archive.directory().all()).hasSameElementsAs(known).isNotEmpty();
    assertThat(known.stream().map(assessor::explain).toList()).isEqualTo(before);
    assertThat(archive.revision(counts.id())).isEqualTo(counts.revision());
    assertThat(archive.revision(countsToo.id())).isEqualTo(countsToo.revision());
    assertThat(archive.revision(refused.id())).isNegative();
  }

  private List<Evidence> inTime(List<Object> records) {
    var intake = new Intake(reference, SmallReference.reader());
    var evidence = new ArrayList<Evidence>();
    long clock = Long.MIN_VALUE;
    for (var record : records) {
      var piece = intake.read((Incoming) record);
      if (!Intake.isLate(piece, clock, Policy.DEFAULT)) {
        evidence.add(piece);
      }
      clock = Math.max(clock, piece.arrival());
    }
    return evidence;
  }

  @Test
  void shouldTellHowFarItIs_whenMuchIsLaidOut() {
    var intake = new Intake(reference, SmallReference.reader());
    for (var record : Scenarios.random(3, 60, Duration.ofDays(5), Scenarios.Options.IN_ORDER)) {
      bundled(List.of(intake.read((Incoming) record)));
    }

    start(assessor.clock());

    assertThat(layout).hasSizeGreaterThan(10).isSorted().startsWith(0.0).allMatch(p -> p <= 1);
    assertThat(layout.get(layout.size() - 1)).isGreaterThan(0.8);
  }

  @Test
  void shouldWeighWhatCameBeforeInItsBundle_whenAPolicyIsAdoptedAmidIt() {
    var intake = new Intake(reference, SmallReference.reader());
    var evidence = new ArrayList<Evidence>();
    for (var record : Scenarios.random(7, 60, Duration.ofDays(5), Scenarios.Options.IN_ORDER)) {
      evidence.add(intake.read((Incoming) record));
    }
    var plain = plain();
    var expected = new ArrayList<Outcome>();
    var told = new ArrayList<Outcome>();
    archive.open(packed(evidence));

    for (int i = 0; i < evidence.size(); i++) {
      if (i == evidence.size() / 2) {
        expected.addAll(plain.adopt(strict(), plain.clock()));
        told.addAll(assessor.adopt(strict(), assessor.clock()));
      }
      archive.at(i);
      var piece = evidence.get(i);
      expected.addAll(plain.apply(piece, Math.max(plain.clock(), piece.arrival())).outcomes());
      told.addAll(assessor.apply(piece, Math.max(assessor.clock(), piece.arrival())).outcomes());
    }
    archive.close();

    assertSame(told, expected);
  }

  @Test
  void shouldTellOfWhomAPolicyMakesKnown_andOfNobodyTwice_whenTheProcessStartsAgain() {
    var evidence =
        inTime(Scenarios.random(5, 300, Duration.ofDays(10), Scenarios.Options.IN_ORDER));
    var half = evidence.subList(0, evidence.size() / 2);
    var rest = evidence.subList(evidence.size() / 2, evidence.size());
    var plain = plain();
    var expected = new ArrayList<>(onHeap(plain, half));
    var told = new ArrayList<>(bundled(half));

    var adopted = plain.adopt(heedingCourts(), plain.clock());
    expected.addAll(adopted);
    told.addAll(assessor.adopt(heedingCourts(), assessor.clock()));
    start(assessor.clock(), heedingCourts());
    expected.addAll(onHeap(plain, rest));
    told.addAll(bundled(rest));

    assertThat(adopted).extracting(Outcome::former).contains(Outcome.Former.UNKNOWN);
    assertSame(told, expected);
  }

  @Test
  void shouldKnowWhichRegionsHaveSubjects_whenTheProcessStartsAgain() {
    var evidence =
        inTime(Scenarios.random(9, 200, Duration.ofDays(10), Scenarios.Options.IN_ORDER));
    bundled(evidence);
    var places = new HashMap<String, Integer>();
    for (var subject : archive.directory().all()) {
      if (archive.standing(subject).tracked()) {
        places.merge(subject.region(), 1, Integer::sum);
      }
    }

    start(assessor.clock());

    for (var place : places.keySet()) {
      var gone = new Outcome(new Subject("x", place), Outcome.Kind.FORGOTTEN, null, null);
      for (int left = places.get(place) - 1; left >= 0; left--) {
        assertThat(archive.presence().turns(gone)).as(place).isEqualTo(left == 0);
      }
    }
  }

  private static Policy heedingCourts() {
    var p = Policy.DEFAULT;
    var categories = new HashMap<>(p.weights().categories());
    categories.put(Category.COURT, new Policy.Decay(5, Duration.ofHours(48)));
    return new Policy(
        p.name(),
        "courts",
        new Policy.Weights(
            categories,
            p.weights().reliability(),
            p.weights().credibility(),
            p.weights().attenuation()),
        p.stories(),
        p.statements(),
        p.scoring(),
        p.corroboration(),
        p.hold(),
        p.maxLateness(),
        p.forgetAfter(),
        p.listed());
  }

  private Assessor plain() {
    return new Assessor(
        reference,
        new HeapArchive(reference.regions()::country),
        Territory.EVERYWHERE,
        Policy.DEFAULT,
        Long.MIN_VALUE);
  }

  private List<Outcome> onHeap(List<Evidence> evidence) {
    return onHeap(plain(), evidence);
  }

  private static List<Outcome> onHeap(Assessor plain, List<Evidence> evidence) {
    var told = new ArrayList<Outcome>();
    for (var piece : evidence) {
      told.addAll(plain.apply(piece, Math.max(plain.clock(), piece.arrival())).outcomes());
    }
    return told;
  }
}
