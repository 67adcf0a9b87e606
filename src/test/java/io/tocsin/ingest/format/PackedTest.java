package io.tocsin.ingest.format;

import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.read;
import static io.tocsin.ingest.Reading.why;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PackedTest {
  private static final byte[] ITEM = "{\"uri\":\"urn:x:1\",\"title\":\"Packed\"}".getBytes(UTF_8);

  @Test
  void shouldReadWhatIsPackedByEitherWay() throws IOException {
    assertThat(event(read(document(gzip(ITEM)), SOURCE)).headline()).isEqualTo("Packed");
    assertThat(event(read(document(zip(ITEM)), SOURCE)).headline()).isEqualTo("Packed");
    assertThat(Reading.format(document(zip(ITEM)))).isEqualTo("ninjs");
  }

  @Test
  void shouldRefuseAnArchiveOfSeveralFiles() throws IOException {
    assertThat(why(read(document(zip(ITEM, ITEM)), SOURCE))).contains("must hold one file alone");
  }

  @Test
  void shouldRefuseABomb_withoutUnpackingAllOfIt() throws IOException {
    byte[] bomb = bomb();

    assertThat(bomb.length).isLessThan(200_000);
    assertThat(why(read(document(bomb), SOURCE)))
        .contains("archive must unpack to at most " + Packed.MAX_UNPACKED + " bytes");
  }

  @Test
  void shouldRefuseWhatIsCutShort() throws IOException {
    byte[] whole = gzip(ITEM);
    var cut = document(Arrays.copyOf(whole, whole.length - 12));

    assertThat(why(new Packed(new Anything()).read(cut, SOURCE))).contains("archive is damaged");
    assertThat(why(read(document(new byte[] {'P', 'K', 3, 4, 0}), SOURCE)))
        .contains("format is not one that is read");
  }

  private static Document document(byte[] bytes) {
    return new Document("packed", null, bytes);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[]... contents) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < contents.length; i++) {
        out.putNextEntry(new ZipEntry("file" + i));
        out.write(contents[i]);
      }
    }
    return bytes.toByteArray();
  }

  /** An item and more spaces behind it than may be. */
  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] spaces = new byte[1024 * 1024];
    Arrays.fill(spaces, (byte) ' ');
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(ITEM);
      for (int i = 0; i < 129; i++) {
        out.write(spaces);
      }
    }
    return bytes.toByteArray();
  }

  private static final class Anything implements InputFormat {
    @Override
    public String name() {
      return "anything";
    }

    @Override
    public String about() {
      return "anything";
    }

    @Override
    public boolean recognises(Document document) {
      return true;
    }

    @Override
    public Harvest read(Document document, Speaker speaker) {
      return new Harvest.Basket().harvest();
    }
  }
}
