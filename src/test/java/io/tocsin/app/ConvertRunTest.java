package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.wire.EventLines;
import io.tocsin.wire.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertRunTest {
  private static final Instant NOW = Instant.parse("2015-12-06T08:00:00Z");
  private static final String FEED =
      "<rss version='2.0'><channel><title>C</title><item><title>One</title><guid>1</guid></item>"
          + "<item><guid>2</guid></item></channel></rss>";

  @TempDir Path folder;

  private final Heard heard = new Heard();

  @Test
  void shouldGiveLinesThatAreReadAgain_andTellWhatIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("feed.xml"), FEED);

    var converted = convert(file, null, "courier");

    assertThat(converted.lines()).hasSize(1);
    var line = new ByteArrayInputStream(converted.lines().get(0).getBytes(StandardCharsets.UTF_8));
    var read = (Line.Good) EventLines.read(line).next();
    assertThat(read.record().id()).isEqualTo("courier:1");
    assertThat(read.record().arrivalTime()).isEqualTo(NOW);
    assertThat(converted.refused()).isOne();
    assertThat(heard.refused)
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.where()).isEqualTo(file + " item 2"));
  }

  @Test
  void shouldGiveTheSame_whenTheFileIsPacked() throws IOException {
    var plain = Files.writeString(folder.resolve("feed.xml"), FEED);
    var packed = Files.write(folder.resolve("feed.xml.gz"), gzip(FEED));

    assertThat(convert(packed, null, "courier").lines())
        .isEqualTo(convert(plain, null, "courier").lines());
  }

  @Test
  void shouldReadAsTheFormatThatIsNamed_whateverTheContentShows() throws IOException {
    var file = Files.writeString(folder.resolve("feed.xml"), FEED);

    var converted = convert(file, "cap", "courier");

    assertThat(converted.lines()).isEmpty();
    assertThat(heard.refused.get(0).problems().get(0).field()).isEqualTo("alert");
  }

  @Test
  void shouldSayWhatToDo_whenAFileIsNotThereOrDamaged() throws IOException {
    var bytes = gzip(FEED);
    var damaged = Files.write(folder.resolve("feed.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> convert(folder.resolve("none.xml"), null, null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> convert(damaged, null, null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("feed.gz");
  }

  @Test
  void shouldSayWhereTheFormatsAreListed_whenThereIsNoSuch() throws IOException {
    var file = Files.writeString(folder.resolve("feed.xml"), FEED);

    assertThatThrownBy(() -> convert(file, "telex", null))
        .isInstanceOf(Failure.class)
        .hasMessage("there is no format telex")
        .extracting(failure -> ((Failure) failure).advice())
        .isEqualTo("Take one of those that tocsin convert --help lists.");
  }

  private Results.Converted convert(Path file, String format, String source) {
    var options =
        OptionsReader.read(new Given(Map.of(), Map.of(), Map.of(), null, folder, folder, 2));
    return new ConvertRun(options, InstantSource.fixed(NOW))
        .run(new Requests.Convert(file.toString(), format, source, null), heard);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
