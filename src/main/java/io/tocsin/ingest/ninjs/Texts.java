package io.tocsin.ingest.ninjs;

import io.tocsin.ingest.format.Fields;
import io.tocsin.ingest.format.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that an item bears in several forms: {@code headline}, {@code body_text}, {@code
 * body_xhtml} in 1.x, a list of objects with a role in 2.x and 3.x.
 */
final class Texts {
  private static final List<String> PLAIN = List.of("main", "text", "plain");

  private Texts() {}

  /** The plainest of its forms, without marks; {@code null} where there is none. */
  static String of(Fields fields, String single, String list) {
    var direct = fields.text(single, single + "_text", single + "_main");
    if (direct != null && !direct.isBlank()) {
      return text(direct);
    }
    var extended = extended(fields, single);
    return extended == null ? listed(fields, list) : extended;
  }

  /** Any property that begins with the name and an underscore is another form of it. */
  private static String extended(Fields fields, String single) {
    var names = new ArrayList<String>();
    fields.node().fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      if (name.startsWith(single + "_")) {
        var form = fields.text(name);
        if (form != null && !form.isBlank()) {
          return text(form);
        }
      }
    }
    return null;
  }

  private static String listed(Fields fields, String list) {
    String any = null;
    for (var form : fields.objects(list)) {
      var role = form.text("role");
      var value = form.text("value");
      if (value != null && !value.isBlank()) {
        if (role == null || PLAIN.contains(role)) {
          return text(value);
        }
        any = any == null ? value : any;
      }
    }
    return any == null ? null : text(any);
  }

  private static String text(String form) {
    var text = PlainText.lines(form);
    return text.isBlank() ? null : text;
  }
}
