package io.tocsin.cli;

import io.tocsin.app.WebhookDesk;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The books of every webhook. */
@Command(
    name = "list",
    description = {
      "Shows what became of changes at each webhook, over all runs:",
      "raised = delivered + muted + abandoned + pending."
    },
    footer = {
      "  tocsin webhooks list --set webhooks.file=webhooks.yaml",
      "  tocsin webhooks list --json"
    })
final class WebhooksListCommand implements Callable<Integer> {
  private final Root root;

  WebhooksListCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var states = root.desk().webhooks(root.options()).list();
    var screen = root.screen();
    if (root.json()) {
      states.forEach(state -> screen.print(Json.line(json(state))));
    } else {
      var table =
          new Table(
              Table.left("ID"),
              Table.left("TEMPLATE"),
              Table.right("RAISED"),
              Table.right("DELIVERED"),
              Table.right("MUTED"),
              Table.right("ABANDONED"),
              Table.right("PENDING"),
              Table.right("REPEATED"),
              Table.yielding("LAST"));
      states.forEach(state -> row(table, state));
      screen.print(table.lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }

  private static void row(Table table, WebhookDesk.State state) {
    table.row(
        state.id(),
        state.template(),
        Long.toString(state.raised()),
        Long.toString(state.delivered()),
        Long.toString(state.muted()),
        Long.toString(state.abandoned()),
        Long.toString(state.pending()),
        Long.toString(state.repeated()),
        last(state));
  }

  private static String last(WebhookDesk.State state) {
    if (!state.isStarted()) {
      return "never run";
    }
    var last = state.last();
    return last == null
        ? ""
        : "%s %s: %s".formatted(Times.second(last.at()), last.fate(), Cells.clean(last.detail()));
  }

  private static Map<String, Object> json(WebhookDesk.State state) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", state.id());
    object.put("template", state.template());
    object.put("host", state.host());
    object.put("started", state.isStarted());
    object.put("raised", state.raised());
    object.put("delivered", state.delivered());
    object.put("muted", state.muted());
    object.put("abandoned", state.abandoned());
    object.put("pending", state.pending());
    object.put("repeated", state.repeated());
    if (state.last() != null) {
      object.put("lastAt", state.last().at().toString());
      object.put("lastFate", state.last().fate());
      object.put("lastDetail", state.last().detail());
    }
    return object;
  }
}
