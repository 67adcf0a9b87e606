package io.tocsin.wire;

import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of events, one JSON object a line, read as it is asked for. A bad line does not end the
 * reading, it only becomes a {@link Line.Bad}; blank lines are passed over.
 */
public final class EventLines implements Iterator<Line>, Closeable {
  /** The name of a file that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /**
   * JSON may escape a character with six bytes or more, so this is more than a message may have.
   */
  private static final int LONGEST_LINE = 4 * Topics.MAX_MESSAGE_BYTES;

  private static final int EXCERPT = 120;
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;

  private final InputStream in;
  private final LineSplitter lines;
  private final EventLine parser;
  private long number;
  private Line next;
  private boolean broken;

  private EventLines(InputStream in, Optional<Kind> kind) {
    this.in = in;
    this.lines = new LineSplitter(in, LONGEST_LINE);
    this.parser = new EventLine(kind);
  }

  /** Lines that say their kind: {@code {"news": {...}}}. Plain or gzip, as its first bytes say. */
  public static EventLines read(InputStream in) throws IOException {
    return new EventLines(unzipped(in), Optional.empty());
  }

  /** Lines of one kind, each of which may say so or be the bare record. */
  public static EventLines read(InputStream in, Kind kind) throws IOException {
    return new EventLines(unzipped(in), Optional.of(kind));
  }

  /** The same of what is unpacked already, by someone who minds how much that becomes. */
  public static EventLines readPlain(InputStream in, Kind kind) {
    return new EventLines(in, Optional.of(kind));
  }

  /**
   * Opens a file, or standard input for {@code -}.
   *
   * @throws IOException where there is no such file, or it cannot be read
   */
  public static EventLines open(String path) throws IOException {
    return read(stream(path));
  }

  public static EventLines open(String path, Kind kind) throws IOException {
    return read(stream(path), kind);
  }

  /** A record as such a line, without the line's end. */
  public static String line(Incoming record) {
    return EventLine.text(record);
  }

  /**
   * @throws UncheckedIOException when the file cannot be read on
   */
  @Override
  public boolean hasNext() {
    while (next == null && !broken) {
      byte[] bytes = nextBytes();
      if (bytes == null) {
        return next != null;
      }
      if (!isBlank(bytes)) {
        next = lines.wasTooLong() ? tooLong(bytes) : parse(bytes);
      }
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = next;
    next = null;
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A gzip file that is damaged has no further lines; that is a problem of its last one. */
  private byte[] nextBytes() {
    number++;
    try {
      return lines.next();
    } catch (EOFException | ZipException e) {
      broken = true;
      next =
          bad(new byte[0], List.of(Problem.of("gzip", e.getMessage(), "is cut short or damaged")));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line parse(byte[] bytes) {
    try {
      return new Line.Good(number, parser.parse(bytes));
    } catch (InvalidRecord e) {
      return bad(bytes, e.problems());
    } catch (Unreadable e) {
      return bad(bytes, List.of(Problem.of("line", "", e.getMessage())));
    }
  }

  private Line tooLong(byte[] bytes) {
    String rule = "must have at most " + LONGEST_LINE + " bytes";
    return bad(bytes, List.of(Problem.of("line", "", rule)));
  }

  private Line bad(byte[] bytes, List<Problem> problems) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, EXCERPT), StandardCharsets.UTF_8).strip();
    return new Line.Bad(number, bytes.length > EXCERPT ? start + "…" : start, problems);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static InputStream stream(String path) throws IOException {
    return path.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(path));
  }

  /** What a stream holds, whether it is plain or gzip; its first bytes say which. */
  public static InputStream unzipped(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean zipped = buffered.read() == GZIP_MAGIC_1 && buffered.read() == GZIP_MAGIC_2;
    buffered.reset();
    return zipped ? new GZIPInputStream(buffered) : buffered;
  }
}
