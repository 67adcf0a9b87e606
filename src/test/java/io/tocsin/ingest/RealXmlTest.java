package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Real feeds, alerts and news items by others; skipped where they are not. */
@Timeout(300)
class RealXmlTest {
  private static final String EXPECTATIONS = "/ingest/data/xml.tsv";
  private static final int FEWEST = 100;
  private static final List<String> FOLDERS = List.of("cap", "feeds", "news-formats/newsml-g2");
  private static final String ATTACKS = "robustness/xml-attacks";
  private static final Set<String> XML = Set.of("cap", "newsml-g2", "rss", "atom");

  @Test
  void shouldGiveWhatTheFilesSay() {
    var expectations = expectations();
    SharedData.path("feeds");

    assertThat(expectations.size()).isGreaterThan(FEWEST);
    assertSoftly(softly -> expectations.forEach(expected -> check(expected, softly)));
  }

  @Test
  void shouldEndWithRecordsOrReasons_whateverAFileHolds(TestReporter reporter) {
    var counts = new TreeMap<String, Integer>();
    for (var folder : FOLDERS) {
      for (var path : SharedData.files(folder)) {
        var document = document(path);
        var harvest = Reading.read(document, Reading.SOURCE);
        count(folder, harvest, counts);
        Reading.read(document, Reading.AUTHORITY);
        Reading.read(document, Reading.NOBODY);
      }
    }
    reporter.publishEntry(
        counts.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue() + "")));
    assertThat(counts).containsKeys("feeds files", "cap files");
  }

  /** Some of them name files of this machine, or addresses where nobody is. */
  @Test
  void shouldRefuseEveryAttack_asAnyFormat() {
    for (var path : SharedData.files(ATTACKS)) {
      for (var format : Formats.of(Reading.REFERENCE).all()) {
        if (XML.contains(format.name())) {
          var harvest = format.read(document(path), Reading.SOURCE);
          assertThat(harvest.records()).as("%s as %s", path, format.name()).isEmpty();
          assertThat(harvest.refusals()).as("%s as %s", path, format.name()).isNotEmpty();
        }
      }
    }
  }

  private static void count(String folder, Harvest harvest, TreeMap<String, Integer> counts) {
    counts.merge(folder + " files", 1, Integer::sum);
    counts.merge(folder + " records", harvest.records().size(), Integer::sum);
    harvest.refusals().stream()
        .flatMap(refusal -> refusal.problems().stream())
        .map(Problem::field)
        .forEach(field -> counts.merge(folder + " refused for " + field, 1, Integer::sum));
  }

  /**
   * @param facts {@code name=value}, of the first record or of the reasons
   */
  private record Expected(
      String path, Speaker speaker, String format, int records, int refusals, List<String> facts) {
    static Expected of(String line) {
      var cells = List.of(line.split("\t"));
      var speaker =
          switch (cells.get(1)) {
            case "source" -> Reading.SOURCE;
            case "authority" -> Reading.AUTHORITY;
            case "nobody" -> Reading.NOBODY;
            default -> throw new IllegalArgumentException("no such speaker: " + line);
          };
      return new Expected(
          cells.get(0),
          speaker,
          cells.get(2),
          Integer.parseInt(cells.get(3)),
          Integer.parseInt(cells.get(4)),
          cells.subList(5, cells.size()));
    }
  }

  private static void check(Expected expected, SoftAssertions softly) {
    var document = document(SharedData.path(expected.path()));
    var harvest = Reading.read(document, expected.speaker());
    var as = expected.path();
    softly.assertThat(Reading.format(document)).as(as).isEqualTo(expected.format());
    softly.assertThat(harvest.records()).as(as).hasSize(expected.records());
    softly.assertThat(harvest.refusals()).as(as).hasSize(expected.refusals());
    expected.facts().forEach(fact -> check(fact, harvest, as, softly));
  }

  private static void check(String fact, Harvest harvest, String as, SoftAssertions softly) {
    var name = fact.substring(0, fact.indexOf('='));
    var value = fact.substring(name.length() + 1);
    if (name.equals("why")) {
      softly.assertThat(Reading.why(harvest)).as(as).contains(value);
    } else if (harvest.records().isEmpty()) {
      softly.fail(as + ": no record to look at for " + fact);
    } else if (name.equals("says")) {
      softly.assertThat(said(harvest.records().get(0))).as(as).contains(value);
    } else if (name.equals("last")) {
      var last = harvest.records().get(harvest.records().size() - 1);
      softly.assertThat(said(last)).as(as).contains(value);
    } else {
      softly.assertThat(value(harvest.records().get(0), name)).as(as + " " + name).isEqualTo(value);
    }
  }

  private static String said(Incoming record) {
    var text =
        record instanceof NewsEvent event
            ? event.headline() + "\n" + event.body()
            : ((OfficialStatement) record).text();
    return text.replaceAll("\\s+", " ");
  }

  private static String value(Incoming record, String name) {
    return record instanceof NewsEvent event
        ? value(event, name)
        : value((OfficialStatement) record, name);
  }

  private static String value(NewsEvent event, String name) {
    return switch (name) {
      case "id" -> event.id();
      case "source" -> event.source();
      case "headline" -> event.headline();
      case "published" -> event.publishedAt().toString();
      case "revised" -> String.valueOf(event.revisedAt());
      case "url" -> event.url();
      case "language" -> event.language();
      case "status" -> event.status().name();
      case "revision" -> String.valueOf(event.revision());
      case "category" -> String.valueOf(event.category());
      case "story" -> event.story();
      case "regions" -> String.join("|", event.regions());
      default -> throw new IllegalArgumentException("no such field: " + name);
    };
  }

  private static String value(OfficialStatement statement, String name) {
    return switch (name) {
      case "id" -> statement.id();
      case "issued" -> statement.issuedAt().toString();
      case "expires" -> String.valueOf(statement.expiresAt());
      case "action" -> statement.action().name();
      case "level" -> String.valueOf(statement.level());
      case "status" -> statement.status().name();
      case "revision" -> String.valueOf(statement.revision());
      case "references" -> String.join("|", statement.references());
      case "regions" -> String.join("|", statement.regions());
      default -> throw new IllegalArgumentException("no such field: " + name);
    };
  }

  private static List<Expected> expectations() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                RealXmlTest.class.getResourceAsStream(EXPECTATIONS), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Expected::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Path path) {
    try {
      return new Document(path.toString(), null, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
