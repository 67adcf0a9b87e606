package io.tocsin.ingest;

import static io.tocsin.ingest.Reading.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.InputFormat;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Documents that were cut, or in which bytes were changed: each ends in records or reasons. */
class DamagedDocumentsTest {
  private static final List<Document> WHOLE =
      List.of(
          Reading.document("ninjs/agency-1.json"),
          Reading.document("ninjs/agency-3.json"),
          Reading.document("page/article.html"),
          Reading.document("page/live.jsonld"),
          Reading.document("stix/bundle.json"));
  private static final List<InputFormat> FORMATS = Formats.of(Reading.REFERENCE).all();

  @Property(tries = 400)
  void shouldEndInRecordsOrReasons(@ForAll("damaged") Document document) {
    for (var format : FORMATS) {
      var harvest = format.read(document, SOURCE);
      assertThat(harvest.records().size() + harvest.refusals().size())
          .as(format.name())
          .isPositive();
      harvest.refusals().forEach(refusal -> assertThat(refusal.problems()).isNotEmpty());
    }
  }

  @Provide
  Arbitrary<Document> damaged() {
    var changes = Arbitraries.bytes().list().ofMaxSize(6);
    return Combinators.combine(
            Arbitraries.of(WHOLE), Arbitraries.integers().between(0, 100), changes)
        .as(DamagedDocumentsTest::damage);
  }

  /** Cut at a percentage of its length, with bytes put in at places that they say themselves. */
  private static Document damage(Document whole, int percent, List<Byte> changes) {
    int length = Math.max(1, whole.bytes().length * percent / 100);
    byte[] bytes = Arrays.copyOf(whole.bytes(), length);
    int place = length / 2;
    for (byte change : changes) {
      place = Math.floorMod(place * 31 + change, length);
      bytes[place] = change;
    }
    return new Document(whole.name(), null, bytes);
  }
}
