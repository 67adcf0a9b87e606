package io.tocsin.api.publish;

import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.util.Locale;
import java.util.Set;

/**
 * What a body is said to be.
 *
 * @param name without parameters, lower case
 * @param charset optional
 */
record MediaType(String name, String charset) {
  private static final String JSON = "application/json";
  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final Set<String> DOCUMENTS =
      Set.of("application/xml", "text/xml", "text/html", "text/csv", "text/tab-separated-values");
  private static final String TAKEN =
      "application/json, application/x-ndjson, or a document such as application/cap+xml, application/rss+xml or text/html";

  /**
   * @param header the Content-Type as it came, or {@code null}
   * @throws Refused where it is not one that is read
   */
  static MediaType of(String header) {
    var parts = header == null ? new String[] {""} : header.split(";");
    String charset = null;
    for (int i = 1; i < parts.length; i++) {
      var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("charset=")) {
        charset = parameter.substring("charset=".length()).replace("\"", "");
      }
    }
    return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset).checked();
  }

  boolean isJson() {
    return name.equals(JSON);
  }

  boolean isLines() {
    return LINES.contains(name);
  }

  private MediaType checked() {
    boolean ours = isJson() || isLines();
    boolean theirs =
        DOCUMENTS.contains(name)
            || name.startsWith("application/") && (name.endsWith("+xml") || name.endsWith("+json"));
    if (!ours && !theirs) {
      throw Refused.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "%s is read. Send one of these with a Content-Type header that says which: %s"
              .formatted(
                  name.isEmpty() ? "No body without a Content-Type" : "Nothing of type " + name,
                  TAKEN));
    }
    if (ours && charset != null && !charset.equals("utf-8") && !charset.equals("us-ascii")) {
      throw Refused.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "JSON is read in UTF-8 alone (RFC 8259), and this is said to be in %s. Convert it."
              .formatted(charset));
    }
    return this;
  }
}
