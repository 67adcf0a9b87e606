package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

  @Property(tries = 300)
  void shouldReadBackNews_whateverTheFormat(@ForAll("news") NewsEvent event) {
    assertReadsBack(event, Codecs::news);
  }

  @Property(tries = 300)
  void shouldReadBackStatements_whateverTheFormat(@ForAll("statements") OfficialStatement value) {
    assertReadsBack(value, Codecs::statements);
  }

  @Property(tries = 300)
  void shouldReadBackControls_whateverTheFormat(@ForAll("controls") Control control) {
    assertReadsBack(control, Codecs::controls);
  }

  @Property(tries = 300)
  void shouldReadBackChanges_whateverTheFormat(@ForAll("changes") AlertLevelChange change) {
    assertReadsBack(change, Codecs::changes);
  }

  private static <T> void assertReadsBack(T value, Function<Codecs, Codec<T>> kind) {
    for (Codecs codecs : List.of(Codecs.of(Format.AVRO), Codecs.of(Format.JSON))) {
      Codec<T> codec = kind.apply(codecs);
      assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
    }
  }

  @Provide
  Arbitrary<NewsEvent> news() {
    return Samples.news();
  }

  @Provide
  Arbitrary<OfficialStatement> statements() {
    return Samples.statements();
  }

  @Provide
  Arbitrary<Control> controls() {
    return Samples.controls();
  }

  @Provide
  Arbitrary<AlertLevelChange> changes() {
    return Samples.changes();
  }
}
