package io.tocsin.deliver.webhook;

import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Reference;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Unreadable;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file of endpoints, {@code webhooks.yaml}.
 *
 * @param console optional: where people look a subject up, without a slash at its end
 */
public record EndpointsFile(List<Endpoint> endpoints, String console) {
  public EndpointsFile {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * What a file says.
   *
   * @param environment values of variables that the file names as <code>${NAME}</code>; null for
   *     one that is not set
   * @throws InvalidRecord with everything that is wrong
   * @throws Unreadable where it is not one YAML mapping
   */
  public static EndpointsFile read(
      String yaml, Reference reference, UnaryOperator<String> environment) {
    var file = FieldReader.yaml(yaml);
    var endpoints =
        file.objects(
            "webhooks",
            "a webhook",
            fields -> new EndpointEntry(fields, reference, environment).read());
    var ids = new HashSet<String>();
    for (int i = 0; i < endpoints.size(); i++) {
      if (!ids.add(endpoints.get(i).id())) {
        file.breaks(
            "webhooks[%d].id".formatted(i),
            endpoints.get(i).id(),
            "is the id of another one already");
      }
    }
    var console = console(file);
    file.refuseUnknown("a file of webhooks");
    file.check();
    return new EndpointsFile(endpoints, console);
  }

  private static String console(FieldReader file) {
    var console = file.text("console");
    if (console != null && !console.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
      file.breaks("console", console, "must be an http or https address");
      return null;
    }
    return console == null ? null : console.replaceFirst("/+$", "");
  }
}
