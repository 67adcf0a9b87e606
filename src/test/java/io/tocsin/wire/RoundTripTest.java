package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class RoundTripTest {
  private static final StubRegistry REGISTRY = started();
  private static final List<Codecs> ALL =
      List.of(
          Codecs.of(Format.AVRO),
          Codecs.of(Format.JSON),
          Codecs.of(Format.CONFLUENT, new SchemaRegistry(RegistryOptions.at(REGISTRY.url()))));

  @AfterContainer
  static void stop() {
    REGISTRY.close();
  }

  private static StubRegistry started() {
    try {
      return new StubRegistry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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

  private <T> void assertReadsBack(T value, Function<Codecs, Codec<T>> kind) {
    for (Codecs codecs : ALL) {
      Codec<T> codec = kind.apply(codecs);
      byte[] bytes = codec.encode(value);
      assertThat(codec.decode(bytes)).isEqualTo(value);
      assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
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
