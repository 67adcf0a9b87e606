package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Incoming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLinesTest {
  private static final List<Incoming> RECORDS =
      List.of(Examples.news("n1"), Examples.statement("s1"), Examples.tick());
  private static final String BARE =
      "{\"id\":\"t1\",\"type\":\"TICK\",\"at\":\"2026-03-01T12:00:00.250Z\"}";

  @TempDir Path folder;

  @Test
  void shouldReadBackWhatItWrites() throws IOException {
    String text = String.join("\n", RECORDS.stream().map(EventLines::line).toList());

    assertThat(records(read(text))).isEqualTo(RECORDS);
    assertThat(records(read(text + "\r\n\n"))).isEqualTo(RECORDS);
  }

  @Test
  void shouldWriteTheKindAsTheOnlyKey() {
    assertThat(EventLines.line(Examples.tick()))
        .isEqualTo(
            "{\"control\":{\"id\":\"t1\",\"type\":\"TICK\",\"at\":\"2026-03-01T12:00:00.250Z\"}}");
  }

  @Test
  void shouldReadOn_whenALineIsBad() throws IOException {
    String good = EventLines.line(Examples.tick());
    List<Line> lines =
        read(good + "\n\n{\"news\":{\"id\":\"\"}}\n{\"story\":{}}\noops\n{\"news\":[]}\n" + good);

    assertThat(lines).extracting(Line::number).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    assertThat(lines.get(0)).isInstanceOf(Line.Good.class);
    assertThat(lines.get(5)).isInstanceOf(Line.Good.class);
    assertThat(problems(lines.get(1)))
        .containsExactly(
            "id must not be blank",
            "source must not be blank",
            "publishedAt must be given",
            "headline must not be blank");
    assertThat(problems(lines.get(2)))
        .containsExactly(
            "line must have one key alone, one of news, statement, control, got 'story'");
    assertThat(((Line.Bad) lines.get(3)).excerpt()).isEqualTo("oops");
    assertThat(problems(lines.get(4))).containsExactly("news must be an object, got '[]'");
  }

  @Test
  void shouldSuggestAKind_whenItIsNearlyOne() throws IOException {
    assertThat(problems(read("{\"statements\":{}}").get(0)).get(0))
        .contains("did you mean statement?");
  }

  @Test
  void shouldRefuseABareRecord_whenNobodySaysItsKind() throws IOException {
    assertThat(problems(read(BARE).get(0)).get(0)).contains("must have one key alone");
  }

  @Test
  void shouldReadBareAndWrappedRecords_whenTheKindIsSaid() throws IOException {
    String text = BARE + "\n" + EventLines.line(Examples.tick());

    assertThat(records(all(EventLines.read(in(text), Kind.CONTROL))))
        .containsExactly(Examples.tick(), Examples.tick());
  }

  @Test
  void shouldRefuseAnotherKind_whenTheKindIsSaid() throws IOException {
    var lines = all(EventLines.read(in(EventLines.line(Examples.tick())), Kind.NEWS));

    assertThat(problems(lines.get(0)))
        .containsExactly("control must be a news event, not a control");
  }

  @Test
  void shouldReadGzip_whateverTheFileIsCalled() throws IOException {
    Path file = folder.resolve("events.ndjson");
    Files.write(file, zipped(EventLines.line(Examples.tick())));

    try (EventLines lines = EventLines.open(file.toString())) {
      assertThat(records(all(lines))).containsExactly(Examples.tick());
    }
  }

  @Test
  void shouldEndWithABadLine_whenGzipIsCutShort() throws IOException {
    byte[] whole = zipped((EventLines.line(Examples.tick()) + "\n").repeat(1));
    byte[] cut = Arrays.copyOf(whole, whole.length - 8);

    List<Line> lines = all(EventLines.read(new ByteArrayInputStream(cut)));

    assertThat(problems(lines.get(lines.size() - 1)).get(0))
        .startsWith("gzip is cut short or damaged");
  }

  @Test
  void shouldRefuseALineThatNeverEnds_andReadOn() throws IOException {
    String text =
        "{\"news\":" + " ".repeat(21 * 1024 * 1024) + "\n" + EventLines.line(Examples.tick());

    List<Line> lines = read(text);

    assertThat(problems(lines.get(0))).containsExactly("line must have at most 20971520 bytes");
    assertThat(lines.get(1)).isInstanceOf(Line.Good.class);
  }

  @Test
  void shouldHaveNoLine_whenThereIsNothing() throws IOException {
    EventLines none = EventLines.read(in(" \n\n"));

    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldThrow_whenTheFileIsMissingOrBreaks() throws IOException {
    assertThatThrownBy(() -> EventLines.open(folder.resolve("none").toString()))
        .isInstanceOf(NoSuchFileException.class);
    var first = new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8));
    EventLines lines =
        EventLines.read(
            new InputStream() {
              @Override
              public int read() throws IOException {
                int next = first.read();
                if (next < 0) {
                  throw new IOException("the disk is gone");
                }
                return next;
              }
            });
    lines.next();
    assertThatThrownBy(lines::hasNext)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the disk is gone");
  }

  private static List<Line> read(String text) throws IOException {
    return all(EventLines.read(in(text)));
  }

  private static List<Line> all(EventLines lines) {
    var all = new ArrayList<Line>();
    lines.forEachRemaining(all::add);
    return all;
  }

  private static List<Incoming> records(List<Line> lines) {
    return lines.stream().map(line -> ((Line.Good) line).record()).toList();
  }

  private static List<String> problems(Line line) {
    return ((Line.Bad) line).problems().stream().map(Object::toString).toList();
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zipped(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
