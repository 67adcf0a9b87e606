package io.tocsin.ingest;

import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.format.Harvest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Documents that would take hours to read if the time grew by the square of their size. The limit
 * is far above what they take on any machine.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CostlyDocumentsTest {
  private static final String REPORT =
      "{\"type\":\"report\",\"id\":\"report--%d\",\"name\":\"n\",\"published\":\"2020-01-05T06:00:00Z\","
          + "\"object_refs\":[\"threat-actor--1\"]}";
  private static final String TARGET =
      "{\"type\":\"relationship\",\"id\":\"relationship--%d\",\"relationship_type\":\"targets\","
          + "\"source_ref\":\"threat-actor--1\",\"target_ref\":\"location--%d\"}";
  private static final String LOCATION =
      "{\"type\":\"location\",\"id\":\"location--%d\",\"country\":\"FR\",\"latitude\":48,\"longitude\":2}";

  @Test
  void shouldReadReportsOfOneActor_whoTargetsEverything() {
    var bundle = new StringBuilder("{\"type\":\"bundle\",\"objects\":[{\"type\":\"x\"}");
    for (int i = 0; i < 10_000; i++) {
      bundle.append(',').append(REPORT.formatted(i));
      bundle.append(',').append(TARGET.formatted(i, i));
      bundle.append(',').append(LOCATION.formatted(i));
    }

    var harvest = text(bundle.append("]}").toString(), SOURCE);

    assertThat(harvest.records()).hasSize(10_000);
  }

  @Test
  void shouldReadAScriptThatEndsInSpace() {
    var page = "<script type='application/ld+json'>{}-->" + " ".repeat(1_000_000) + "x</script>";

    assertThat(why(text("<html>" + page, NOBODY))).contains("script 1: json must be");
  }

  @Test
  void shouldReadALiveBlog_aboutEverywhere_andSayWhatItLeavesOut() {
    var blog =
        "{\"@type\":\"LiveBlogPosting\",\"@id\":\"urn:x:1\",\"headline\":\"h\",\"contentLocation\":["
            + "\"Ghent, Belgium\",".repeat(100_000)
            + "\"x\"],\"liveBlogUpdate\":["
            + "{\"headline\":\"u\",\"datePublished\":\"2015-11-21T06:00:00Z\"},".repeat(1_000)
            + "{\"headline\":\"u\"}]}";

    var harvest = text(blog, SOURCE);

    assertThat(harvest.records()).hasSize(1_001);
    assertThat(why(harvest)).contains("liveBlogUpdate must be at most 1000");
  }

  @Test
  void shouldSayHowManyArticlesItLeavesOut() {
    var article = "{\"@type\":\"NewsArticle\",\"@id\":\"urn:x:1\",\"headline\":\"h\"}";

    var harvest = text("[" + (article + ",").repeat(1_002) + article + "]", SOURCE);

    assertThat(harvest.records()).hasSize(1_000);
    assertThat(why(harvest)).contains("articles is more than are read of one document, got '3'");
  }

  @Test
  void shouldReadRowsOfOneLetter() {
    var event = "1\t20151206" + "\t".repeat(25) + "183" + "\t".repeat(25);
    var place =
        "4\t" + " ".repeat(400_000) + "\tUK\tUK\t\t1\t1\t\t20151206071500\thttp://x.example";
    assertThat(row(event + place, 61).records()).hasSize(1);

    var graph =
        "20151206071500-1\t20151206071500\t1\tx.example\thttp://x.example/" + "\t".repeat(22);
    assertThat(why(row(graph + "<PAGE_TITLE>".repeat(30_000), 27))).contains("title must be given");
    assertThat(why(row(graph.replace("\t\t", "-".repeat(400_000) + "\t\t"), 27))).isNotEmpty();
  }

  private static Harvest row(String row, int columns) {
    return text(row, NOBODY);
  }
}
