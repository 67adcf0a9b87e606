package io.tocsin.cli;

import io.tocsin.app.WebhookDesk;
import io.tocsin.cli.text.Cells;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether webhooks are reached. */
@Command(
    name = "test",
    description = {
      "Sends a signed test message and shows what was answered. No Kafka is needed.",
      "What keeps incidents, such as PagerDuty, gets a second one that ends the first."
    },
    footer = {
      "  tocsin webhooks test desk --set webhooks.file=webhooks.yaml",
      "  tocsin webhooks test"
    })
final class WebhooksTestCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The webhook; all of the file without one.")
  private String id;

  private final Root root;

  WebhooksTestCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var tried = root.desk().webhooks(root.options()).test(id);
    var screen = root.screen();
    for (var one : tried) {
      screen.print(
          root.json()
              ? Json.line(
                  "id", one.id(),
                  "host", one.host(),
                  "taken", one.isTaken(),
                  "answer", one.answer(),
                  "millis", one.millis())
              : "%s at %s: %s %s (%d ms)"
                  .formatted(
                      one.id(),
                      Cells.clean(one.host()),
                      one.isTaken() ? "taken," : "not taken,",
                      Cells.clean(one.answer()),
                      one.millis()));
    }
    return tried.stream().allMatch(WebhookDesk.Tried::isTaken) ? Cli.FINE : Cli.FAILED;
  }
}
