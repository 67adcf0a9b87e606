package io.tocsin.api.access;

import io.tocsin.model.InvalidRecord;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file, which is looked at again when it has changed. A file that is not there
 * holds none; one that goes bad or goes away while the server runs leaves the tokens as they were,
 * so that a slip of the hand opens nothing. Once there were tokens they are asked for until the
 * server stops, though the last of them may have been deleted.
 */
public final class TokensFile implements Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(TokensFile.class);
  private static final String START = "tokens:\n";

  private final Path path;
  private final InstantSource clock;
  private Stand stand;
  private List<Token> tokens;
  private boolean demanded;

  /** What tells a file from what it was before. */
  private record Stand(FileTime modified, long size) {
    private static final Stand NONE = new Stand(FileTime.fromMillis(0), -1);

    static Stand of(Path path) throws IOException {
      try {
        return new Stand(Files.getLastModifiedTime(path), Files.size(path));
      } catch (NoSuchFileException e) {
        return NONE;
      }
    }
  }

  private TokensFile(Path path, InstantSource clock, Stand stand, List<Token> tokens) {
    this.path = path;
    this.clock = clock;
    this.stand = stand;
    this.tokens = tokens;
    this.demanded = !tokens.isEmpty();
  }

  /**
   * @throws InvalidRecord with everything that is wrong in it
   * @throws Unreadable where it is not one YAML mapping
   * @throws UncheckedIOException where it cannot be read
   */
  public static TokensFile open(Path path, InstantSource clock) {
    try {
      var stand = Stand.of(path);
      return new TokensFile(path, clock, stand, stand == Stand.NONE ? List.of() : read(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized boolean areConfigured() {
    refresh();
    return demanded;
  }

  @Override
  public synchronized Optional<Caller> bearer(String token) {
    refresh();
    var hash = TokenText.hash(token);
    var now = clock.instant();
    Caller found = null;
    // all of them, each in constant time: how long it takes tells nothing
    for (var one : tokens) {
      if (MessageDigest.isEqual(one.hash(), hash) && one.isValid(now)) {
        found = one.caller();
      }
    }
    return Optional.ofNullable(found);
  }

  /** Who may do what. */
  public synchronized List<Caller> callers() {
    return tokens.stream().map(Token::caller).toList();
  }

  /**
   * Adds a token to the file, which is made where it is not there.
   *
   * @throws InvalidRecord where the file would not be right then; it stays as it is
   */
  public synchronized void add(NewToken token) {
    try {
      var before = Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : START;
      var after = before + (before.endsWith("\n") ? "" : "\n") + token.entry();
      TokensDocument.read(after);
      Files.createDirectories(path.toAbsolutePath().getParent());
      var beside = path.resolveSibling(path.getFileName() + ".new");
      Files.deleteIfExists(beside);
      createForOwner(beside);
      Files.writeString(beside, after);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createForOwner(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private void refresh() {
    try {
      var now = Stand.of(path);
      if (now.equals(stand)) {
        return;
      }
      stand = now;
      if (now == Stand.NONE) {
        LOG.warn("{} has gone; its tokens stay as they were until this server stops", path);
        return;
      }
      tokens = read(path);
      demanded |= !tokens.isEmpty();
      LOG.info("{} has {} tokens now", path, tokens.size());
    } catch (IOException | InvalidRecord | Unreadable e) {
      LOG.warn("{} cannot be used, and its tokens stay as they were: {}", path, e.getMessage());
    }
  }

  private static List<Token> read(Path path) throws IOException {
    return TokensDocument.read(Files.readString(path, StandardCharsets.UTF_8));
  }
}
