package io.tocsin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final String COUNTED_FROM_ONE =
      """
      <articles><article><source>a</source><text>Raids in Paris and Lyon.</text><locations>
      <location><name>Paris</name><start>10</start><end>15</end><lat>48.85</lat><lon>2.35</lon>
      </location><location><name>Lyon</name><start>20</start><end>24</end><lat>45.76</lat>
      <lon>4.84</lon></location></locations></article></articles>
      """;

  @TempDir Path folder;

  @Test
  void shouldFindAllPlacesWhereTheyAre_whenTextIsPlain() throws IOException {
    Files.writeString(folder.resolve("c.xml"), COUNTED_FROM_ONE);
    var steps = new AtomicInteger();
    var evaluation = Evaluation.of(Evaluation.Task.GEOPARSING, folder, REFERENCE);

    var figures = evaluation.run(Half.ALL, steps::incrementAndGet);

    assertThat(evaluation.documents(Half.ALL)).isEqualTo(1);
    assertThat(steps).hasValue(1);
    assertThat(figures).extracting(Figures::method).containsExactly("tocsin", "baseline");
    assertThat(figures)
        .allSatisfy(
            f ->
                assertThat(f.measures())
                    .containsEntry("f1", 1.0)
                    .containsEntry("accuracy161km", 1.0)
                    .containsEntry("labelled", 2.0));
  }

  @Test
  void shouldCountFromNought_whenCorpusIsOfTheOtherForm() throws IOException {
    Files.writeString(
        folder.resolve("c.xml"),
        """
        <articles><article docid="7"><text>In Paris.</text><toponyms><toponym><start>3</start>
        <end>8</end><gaztag><lat>48.85</lat><lon>2.35</lon></gaztag></toponym><toponym>
        <start>0</start><end>2</end></toponym></toponyms></article></articles>
        """);

    var articles = GeoparsingCorpus.read(folder.resolve("c.xml"));

    assertThat(articles)
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.id()).isEqualTo("7");
              assertThat(article.toponyms())
                  .containsExactly(new Article.Toponym(3, 8, 48.85, 2.35));
            });
  }

  @Test
  void shouldTellCopiesApart_whenDocumentsDiffer() throws IOException {
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve("d" + i + ".txt"), story(i));
    }
    var evaluation = Evaluation.of(Evaluation.Task.DUPLICATES, folder, REFERENCE);

    var figures = evaluation.run(Half.ALL, () -> {});

    assertThat(figures.get(0).measures()).containsEntry("falsePairs", 0.0);
    assertThat(figures).extracting(f -> f.measures().get("recall")).isSorted();
    assertThat(figures.get(figures.size() - 1).measures().get("AGENCY_TAG")).isEqualTo(1.0);
  }

  @Test
  void shouldTellKindsOfEvent_whenSentencesAreCoded() throws IOException {
    Files.writeString(
        folder.resolve("PLOVER_few.json"),
        """
        [{"id": "0", "event": "DOCUMENT"},
         {"id": "1", "event": "FIGHT", "text": "Troops shelled the port."},
         {"id": "2", "event": "CONSULT", "text": "The two ministers met."}]
        """);
    Files.writeString(
        folder.resolve("PLV_test.tsv"),
        """
        uid\tsentence\tgold_root\troot_L2
        1\tTroops shelled the port!\tASSAULT\tASSAULT
        2\tPolice detained two men.\tCOERCE\tASSAULT
        2\tPolice detained two men.\tACCUSE\tCOERCE
        """);
    var evaluation = Evaluation.of(Evaluation.Task.EVENTS, folder, REFERENCE);

    var figures = evaluation.run(Half.ALL, () -> {});

    assertThat(evaluation.documents(Half.ALL)).isEqualTo(3);
    assertThat(evaluation.documents(Half.REPORT)).isGreaterThanOrEqualTo(1);
    assertThat(figures)
        .extracting(Figures::method)
        .containsExactly(
            "tocsin",
            "tocsin claims",
            "baseline", //
            "tocsin",
            "tocsin claims",
            "baseline",
            "published");
    assertThat(figures.get(0).measures()).containsEntry("f1", 1.0).containsEntry("labelled", 1.0);
    assertThat(figures.get(3).measures()).containsEntry("f1", 1.0).containsEntry("labelled", 1.0);
    assertThat(figures.get(6).measures()).containsEntry("precision", 0.5);
  }

  @Test
  void shouldRefuse_whenCodedSentencesAreNotAsTheirMakersWriteThem() throws IOException {
    assertThatThrownBy(() -> Evaluation.of(Evaluation.Task.EVENTS, folder, REFERENCE))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("PLV_test.tsv");
    Files.writeString(folder.resolve("PLV_test.tsv"), "sentence\tgold_root\nPolice.\tCOERCE\n");
    assertThatThrownBy(() -> Evaluation.of(Evaluation.Task.EVENTS, folder, REFERENCE))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("root_L2");
    Files.writeString(folder.resolve("PLV_test.tsv"), "sentence\tgold_root\troot_L2\nPolice.\n");
    assertThatThrownBy(() -> Evaluation.of(Evaluation.Task.EVENTS, folder, REFERENCE))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("3 cells");
  }

  @Test
  void shouldSayWhatIsWrong_whenCorpusIsNone() throws IOException {
    assertThatThrownBy(() -> Evaluation.of(Evaluation.Task.GEOPARSING, folder, REFERENCE))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("no *.xml");
    assertThatThrownBy(
            () -> Evaluation.of(Evaluation.Task.GEOPARSING, folder.resolve("x"), REFERENCE))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("must be a folder");
  }

  @Test
  void shouldRefuse_whenLabelEndsBeforeItBegins() throws IOException {
    Files.writeString(
        folder.resolve("c.xml"), COUNTED_FROM_ONE.replace("<end>24</end>", "<end>2</end>"));

    assertThatThrownBy(() -> GeoparsingCorpus.read(folder.resolve("c.xml")))
        .isInstanceOf(BadCorpus.class)
        .hasMessageContaining("must not end before it begins");
  }

  @Test
  void shouldDrawNothingIn_whenXmlNamesAFile() throws IOException {
    Files.writeString(
        folder.resolve("c.xml"),
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + COUNTED_FROM_ONE.replace("Raids", "&e;"));

    assertThatThrownBy(() -> GeoparsingCorpus.read(folder.resolve("c.xml")))
        .isInstanceOf(BadCorpus.class);
  }

  /** Twelve words a sentence, each of them seldom used again. */
  private static String story(int number) {
    var story = new StringBuilder();
    for (int i = 0; i < 480; i++) {
      int word = (number + 1) * 7_919 * (i + 3) % 10_007;
      story.append(i % 12 == 0 ? "Ward" : "room").append(word).append(i % 12 == 11 ? ". " : " ");
    }
    return story.toString();
  }
}
