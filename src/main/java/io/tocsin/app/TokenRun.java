package io.tocsin.app;

import io.tocsin.api.access.Caller;
import io.tocsin.api.access.NewToken;
import io.tocsin.api.access.Scope;
import io.tocsin.api.access.TokensFile;
import io.tocsin.ingest.Channel;
import io.tocsin.model.InvalidRecord;
import io.tocsin.wire.Unreadable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The file of tokens. */
final class TokenRun implements TokenDesk {
  private static final String USUAL = "tokens.yaml";

  private final Options options;
  private final InstantSource clock;

  TokenRun(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /** The file that is configured, else the one in the data folder. */
  static Path path(Options options) {
    var configured = options.http().tokens();
    return configured == null ? options.data().resolve(USUAL) : configured;
  }

  /**
   * The tokens of the file; none where it is not there and was not asked for.
   *
   * @throws Failure with everything that is wrong
   */
  static TokensFile open(Options options, InstantSource clock) {
    var path = path(options);
    if (options.http().tokens() != null && !Files.exists(path)) {
      throw new Failure(
          "there is no file of tokens " + path, "Make it with: tocsin tokens new --scope SCOPE");
    }
    return open(path, clock);
  }

  private static TokensFile open(Path path, InstantSource clock) {
    try {
      return TokensFile.open(path, clock);
    } catch (InvalidRecord | Unreadable e) {
      throw new Failure(
          "the tokens in %s are not valid: %s".formatted(path, e.getMessage()), "Correct them.", e);
    } catch (UncheckedIOException e) {
      throw new Failure(
          "the tokens in %s cannot be read: %s".formatted(path, e.getCause()),
          "Give this user the right to read it.",
          e);
    }
  }

  @Override
  public Results.MadeToken make(Requests.NewToken request) {
    request.authorities().forEach(this::known);
    var made =
        NewToken.make(
            request.name(), scopes(request.scopes()), request.sources(), request.authorities());
    var path = path(options);
    try {
      open(path, clock).add(made);
    } catch (InvalidRecord e) {
      throw new Failure("no token was made: " + e.getMessage(), "Correct what was asked for.", e);
    } catch (UncheckedIOException e) {
      throw new Failure(
          "%s cannot be written: %s".formatted(path, e.getCause()), "Correct the path.", e);
    }
    return new Results.MadeToken(made.name(), made.token(), path.toString());
  }

  @Override
  public List<Results.TokenEntry> list() {
    return open(path(options), clock).callers().stream().map(TokenRun::entry).toList();
  }

  private void known(String authority) {
    var authorities = Wiring.reference(options).authorities();
    if (!authority.equals(Channel.ANY) && authorities.find(authority).isEmpty()) {
      throw new Failure(
          "'%s' is not an authority id".formatted(authority),
          "See which there are with: tocsin reference show authorities");
    }
  }

  private static Set<Scope> scopes(List<String> titles) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var title : titles) {
      scopes.add(
          Scope.ofTitle(title)
              .orElseThrow(
                  () ->
                      new Failure(
                          "'%s' is not a scope".formatted(title),
                          "Take one of " + String.join(", ", Scope.titles()))));
    }
    return scopes;
  }

  private static Results.TokenEntry entry(Caller caller) {
    return new Results.TokenEntry(
        caller.name(),
        caller.scopes().stream().map(Scope::title).sorted().toList(),
        caller.sources().stream().sorted().toList(),
        caller.authorities().stream().sorted().toList());
  }
}
