package io.tocsin.api.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token that was made just now.
 *
 * @param token itself, to be shown once
 * @param entry what is added to the file, in YAML
 */
public record NewToken(String name, String token, String entry) {
  private static final int NAMED_BY = 8;

  /**
   * Makes one.
   *
   * @param name optional
   * @param sources ids; empty for all
   * @param authorities ids; empty for none
   */
  public static NewToken make(
      String name, Set<Scope> scopes, List<String> sources, List<String> authorities) {
    var token = TokenText.random();
    var hash = TokenText.written(TokenText.hash(token));
    var called = name == null ? "token-" + hash.substring(hash.length() - NAMED_BY) : name;
    var entry = new StringBuilder();
    entry.append("  - name: ").append(called).append('\n');
    entry.append("    hash: ").append(hash).append('\n');
    entry.append("    scopes: ").append(list(scopes.stream().map(Scope::title).toList()));
    if (!sources.isEmpty()) {
      entry.append("    sources: ").append(list(sources));
    }
    if (!authorities.isEmpty()) {
      entry.append("    authorities: ").append(list(authorities));
    }
    return new NewToken(called, token, entry.toString());
  }

  private static String list(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "[", "]\n"));
  }

  /** The name alone: the token is shown on purpose or not at all. */
  @Override
  public String toString() {
    return name;
  }
}
