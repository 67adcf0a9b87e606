package io.tocsin.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.bench.workload.Generator;
import io.tocsin.bench.workload.Workload;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsBytesTest {
  private final Generator generator = new Generator(Workload.USUAL);
  private final Codecs codecs = Codecs.of(Format.AVRO);

  @Test
  void shouldReadWhatTheProductWrites_whenNews() {
    for (int number = 0; number < 500; number++) {
      var news = generator.news(number);

      var read = NewsBytes.ofNews(codecs.news().encode(news));

      assertThat(text(read.id())).isEqualTo(news.id());
      assertThat(read.time()).isEqualTo(news.publishedAt().toEpochMilli());
      assertThat(read.kind()).isEqualTo(news.category().ordinal());
      assertThat(texts(read.entities())).isEqualTo(news.entities());
      assertThat(texts(read.regions())).isEqualTo(news.regions());
    }
  }

  @Test
  void shouldReadWhatTheProductWrites_whenAStatement() {
    for (int number = 0; number < 100; number++) {
      var statement = generator.statement(number);

      var read = NewsBytes.ofStatement(codecs.statements().encode(statement));

      assertThat(text(read.id())).isEqualTo(statement.id());
      assertThat(read.time()).isEqualTo(statement.issuedAt().toEpochMilli());
      assertThat(read.kind())
          .isEqualTo(statement.level() == null ? -1 : statement.level().ordinal());
      assertThat(texts(read.entities())).isEqualTo(statement.entities());
      assertThat(texts(read.regions())).isEqualTo(statement.regions());
    }
  }

  @Test
  void shouldKeyClaimsByEntityAndCountry() {
    assertThat(text(ClaimBytes.key(bytes("e0001"), bytes("c0042-3-07")))).isEqualTo("e0001|c0042");
    assertThat(text(ClaimBytes.key(bytes("e0001"), bytes("c0042")))).isEqualTo("e0001|c0042");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> texts(List<byte[]> all) {
    return all.stream().map(NewsBytesTest::text).toList();
  }
}
