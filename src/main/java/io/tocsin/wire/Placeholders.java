package io.tocsin.wire;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in files that users write, so that secrets may stay out of them: <code>${NAME}</code>.
 *
 * @param environment values by name; null for a variable that is not set
 */
public record Placeholders(UnaryOperator<String> environment) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** The text with values for variables; one that is not set is a problem of the field. */
  public String filled(FieldReader fields, String field, String written) {
    return VARIABLE
        .matcher(written)
        .replaceAll(
            found -> {
              var value = environment.apply(found.group(1));
              if (value == null) {
                fields.breaks(field, written, "names a variable that is not set");
              }
              return Matcher.quoteReplacement(Objects.requireNonNullElse(value, ""));
            });
  }
}
