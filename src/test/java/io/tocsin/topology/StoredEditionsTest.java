package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Report;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not count of a report does not come back with the next start. */
class StoredEditionsTest extends StoredAssessor {
  /** Its first edition lies among others that are still on file, its second has faded. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void shouldNotBringBackAnEditionThatAnotherReplaced_whenTheProcessStartsAgain(
      int first, int second) {
    var germany = claim("isil", "DE");
    var britain = claim("isil", "GB");
    var other = claim("aq", "FR");
    var old = List.<Evidence>of(edition("n", 0, 0, germany, britain), edition("kept", 0, 0, other));
    var current = List.<Evidence>of(edition("n", 1, 0, britain));
    for (int edition : List.of(first, second)) {
      bundled(edition == 0 ? old : current);
    }
    bundled(List.of(edition("of-germany", 0, 199, germany), edition("later", 0, 200, britain)));
    assertThat(archive.revision("n")).isNegative();
    var subjects = List.of(new Subject("isil", "DE"), new Subject("isil", "GB"));
    var before = subjects.stream().map(assessor::explain).toList();

    start(assessor.clock());

    assertThat(archive.revision("n")).isNegative();
    assertThat(archive.revision("kept")).isZero();
    assertThat(subjects.stream().map(assessor::explain).toList()).isEqualTo(before);
  }

  @Test
  void shouldNotBringBackAnEdition_whenAPolicyCameBetweenItAndTheOneThatReplacedIt() {
    var old = edition("n", 0, 0, claim("isil", "DE"));
    var current = edition("n", 1, 0, claim("isil", "GB"));
    var bundle = new ArrayList<Evidence>(Collections.nCopies(ReportStore.SHEET, old));
    bundle.add(current);
    archive.open(packed(bundle));
    archive.at(0);
    assessor.apply(old, old.arrival());
    assessor.adopt(strict(), assessor.clock());
    archive.at(ReportStore.SHEET);
    assessor.apply(current, current.arrival());
    archive.close();
    bundled(List.of(edition("later", 0, 200, claim("isil", "GB"))));
    assertThat(archive.revision("n")).isNegative();

    start(assessor.clock(), strict());

    assertThat(archive.revision("n")).isNegative();
    assertThat(archive.revision("later")).isZero();
  }

  private static Claim claim(String entity, String region) {
    return new Claim(entity, region, Category.ATTACK, 1);
  }

  private static Report edition(String id, int revision, int day, Claim... claims) {
    long published = Duration.ofDays(day).toMillis();
    return new Report(
        id,
        revision,
        false,
        published,
        published + revision,
        "wire",
        "wire",
        Reliability.A,
        Credibility.CONFIRMED,
        "story-" + id,
        day,
        "Of day " + day,
        null,
        List.of(claims));
  }
}
