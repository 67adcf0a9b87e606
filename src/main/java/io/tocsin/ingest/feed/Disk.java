package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Documents in files. */
final class Disk {
  /** Files whose writers are not done with them, and what is not meant to be seen. */
  private static final String UNFINISHED = "(^\\..*)|(.*(~|\\.(tmp|part|draft|lock)))";

  private Disk() {}

  /**
   * The files of a place, and what tells each from its next version.
   *
   * @throws FeedTrouble where there is no such file or folder
   */
  static Map<Path, String> stamps(Path place) throws FeedTrouble {
    var stamps = new TreeMap<Path, String>();
    try {
      if (Files.isDirectory(place)) {
        try (var files = Files.newDirectoryStream(place, Disk::isDocument)) {
          for (var file : files) {
            stamps.put(file, stamp(file));
          }
        }
      } else {
        stamps.put(place, stamp(place));
      }
      return stamps;
    } catch (NoSuchFileException e) {
      throw new FeedTrouble(Trouble.NO_FILE, "there is no " + e.getFile(), e);
    } catch (IOException e) {
      throw new FeedTrouble(Trouble.NO_FILE, "cannot be read: " + e, e);
    }
  }

  /** A file as it is; formats unpack archives themselves. */
  static Document document(Path file) throws FeedTrouble {
    var name = file.getFileName().toString();
    try (var in = Files.newInputStream(file)) {
      return new Document(name, null, Body.read(in, null, Body.MAX_FILE_BYTES));
    } catch (IOException e) {
      throw new FeedTrouble(Trouble.NO_FILE, "%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static boolean isDocument(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().matches(UNFINISHED);
  }

  private static String stamp(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    // clocks of file systems are coarse: a file put in place of another has another key
    return "%d-%d-%s"
        .formatted(
            attributes.size(),
            attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
            attributes.fileKey());
  }
}
