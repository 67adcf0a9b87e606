package io.tocsin.api.publish;

import java.util.Set;

/** From the name of a field in a problem to its JSON pointer (RFC 6901). */
final class Pointer {
  /** What is wrong with all of it, not with a field. */
  private static final Set<String> WHOLE = Set.of("", "line", "gzip");

  private static final String MAP = "attributes.";

  private Pointer() {}

  /**
   * @param root pointer of the record: empty where it is the whole body, {@code /3} in an array
   * @param field such as {@code regions[2]}; empty for the record itself
   */
  static String of(String root, String field) {
    if (WHOLE.contains(field)) {
      return root;
    }
    if (field.startsWith(MAP)) {
      return root + "/attributes/" + escaped(field.substring(MAP.length()));
    }
    return root + "/" + escaped(field).replace(".", "/").replace("[", "/").replace("]", "");
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
