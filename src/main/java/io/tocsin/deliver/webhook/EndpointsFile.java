package io.tocsin.deliver.webhook;

import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Reference;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Unreadable;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** The file of endpoints, {@code webhooks.yaml}. */
public final class EndpointsFile {
  private EndpointsFile() {}

  /**
   * The endpoints of a file.
   *
   * @param environment values of variables that the file names as <code>${NAME}</code>; null for
   *     one that is not set
   * @throws InvalidRecord with everything that is wrong
   * @throws Unreadable where it is not one YAML mapping
   */
  public static List<Endpoint> read(
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
    file.refuseUnknown("a file of webhooks");
    file.check();
    return endpoints;
  }
}
