package io.tocsin.api.access;

import io.tocsin.ingest.Channel;
import io.tocsin.model.InvalidRecord;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code tokens.yaml} says. */
final class TokensDocument {
  private static final String KEY = "tokens:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final FieldReader file;

  private TokensDocument(FieldReader file) {
    this.file = file;
  }

  /**
   * @throws InvalidRecord with everything that is wrong
   * @throws Unreadable where it is not one YAML mapping
   */
  static List<Token> read(String yaml) {
    return isBare(yaml) ? List.of() : new TokensDocument(FieldReader.yaml(yaml)).tokens();
  }

  /**
   * What is left where the last entry was deleted: a key without a value, which YAML takes for
   * text.
   */
  private static boolean isBare(String yaml) {
    return yaml.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .allMatch(KEY::equals);
  }

  /** Whether a text may be the name of a token. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private List<Token> tokens() {
    var tokens = file.objects("tokens", "a token", TokensDocument::token);
    var names = new HashSet<String>();
    for (int i = 0; i < tokens.size(); i++) {
      var name = tokens.get(i).caller().name();
      if (!names.add(name)) {
        file.breaks("tokens[%d].name".formatted(i), name, "is the name of another one already");
      }
    }
    file.refuseUnknown("a file of tokens");
    file.check();
    return tokens;
  }

  private static Token token(FieldReader fields) {
    var name = fields.text("name");
    if (name == null || !isName(name)) {
      fields.breaks("name", shown(name), "must be 1 to 64 letters, digits, dots, dashes or _");
    }
    var scopes = scopes(fields);
    var authorities = Set.copyOf(fields.texts("authorities"));
    if (scopes.contains(Scope.PUBLISH_STATEMENTS) && authorities.isEmpty()) {
      fields.breaks(
          "authorities",
          "",
          "must name those it may speak for, with publish:statements; '*' is all");
    }
    var sources = Set.copyOf(fields.texts("sources"));
    return new Token(
        hash(fields),
        new Caller(
            shown(name), scopes, sources.isEmpty() ? Set.of(Channel.ANY) : sources, authorities),
        expires(fields));
  }

  private static Set<Scope> scopes(FieldReader fields) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var title : fields.texts("scopes")) {
      Optional<Scope> scope = Scope.ofTitle(title);
      scope.ifPresentOrElse(
          scopes::add,
          () -> fields.breaks("scopes", title, "must be of " + String.join(", ", Scope.titles())));
    }
    if (scopes.isEmpty()) {
      fields.breaks("scopes", "", "must name at least one of " + String.join(", ", Scope.titles()));
    }
    return scopes;
  }

  private static byte[] hash(FieldReader fields) {
    var hash = fields.text("hash");
    try {
      return TokenText.read(shown(hash));
    } catch (IllegalArgumentException e) {
      fields.breaks(
          "hash", "", "must be sha256: and 64 hex digits, as tocsin tokens new writes it");
      return new byte[0];
    }
  }

  private static Instant expires(FieldReader fields) {
    var expires = fields.text("expires");
    try {
      return expires == null ? null : Instant.parse(expires);
    } catch (DateTimeException e) {
      fields.breaks("expires", expires, "must be a time as 2027-01-01T00:00:00Z");
      return null;
    }
  }

  private static String shown(String text) {
    return text == null ? "" : text;
  }
}
