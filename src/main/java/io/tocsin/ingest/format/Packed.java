package io.tocsin.ingest.format;

import io.tocsin.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** A format whose documents may be packed too: gzip, or a zip archive of one file. */
public final class Packed implements InputFormat {
  /** What unpacks to more is refused, and unpacked no further. */
  public static final int MAX_UNPACKED = 2 * Document.MAX_BYTES;

  private static final int PEEK = 64 * 1024;
  private final InputFormat format;

  public Packed(InputFormat format) {
    this.format = format;
  }

  @Override
  public String name() {
    return format.name();
  }

  @Override
  public String about() {
    return format.about();
  }

  @Override
  public boolean recognises(Document document) {
    if (!isPacked(document.bytes())) {
      return format.recognises(document);
    }
    try (var content = content(document.bytes())) {
      return format.recognises(unpacked(document, content.readNBytes(PEEK)));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    if (!isPacked(document.bytes())) {
      return format.read(document, speaker);
    }
    try (var content = content(document.bytes())) {
      byte[] bytes = content.readNBytes(MAX_UNPACKED + 1);
      if (bytes.length > MAX_UNPACKED) {
        return Harvest.refused(
            new Problem("archive", "", "must unpack to at most " + MAX_UNPACKED + " bytes"));
      }
      if (content instanceof ZipInputStream archive && archive.getNextEntry() != null) {
        return Harvest.refused(new Problem("archive", "", "must hold one file alone: unpack it"));
      }
      return format.read(unpacked(document, bytes), speaker);
    } catch (IOException | IllegalArgumentException e) {
      return Harvest.refused(
          Problem.of("archive", e.getMessage(), "is damaged, or no archive after all"));
    }
  }

  private static boolean isPacked(byte[] bytes) {
    boolean gzip = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    return gzip || isZip(bytes);
  }

  private static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  private static InputStream content(byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    if (!isZip(bytes)) {
      return new GZIPInputStream(in);
    }
    var archive = new ZipInputStream(in);
    archive.getNextEntry();
    return archive;
  }

  private static Document unpacked(Document document, byte[] bytes) {
    return new Document(document.name(), null, bytes);
  }
}
