package io.tocsin.cli;

import io.tocsin.app.FeedDesk;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** How feeds are doing. */
@Command(
    name = "list",
    description = "Shows how each feed is doing, as it was written down after its last look.",
    footer = {
      "  tocsin feeds list",
      "  tocsin feeds list --json | jq 'select(.state == \"troubled\")'"
    })
final class FeedsListCommand implements Callable<Integer> {
  private final Root root;

  FeedsListCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var states = root.desk().feeds(root.options()).list();
    var screen = root.screen();
    if (root.json()) {
      states.forEach(state -> screen.print(Json.line(json(state))));
    } else if (states.isEmpty()) {
      screen.say("the file names no feed");
    } else {
      var table =
          new Table(
              Table.left("ID"),
              Table.left("STATE"),
              Table.left("LAST SUCCESS"),
              Table.left("NEXT"),
              Table.right("ITEMS"),
              Table.right("NEW"),
              Table.right("REVISED"),
              Table.right("REFUSED"),
              Table.yielding("WHY"));
      states.forEach(state -> row(table, state));
      screen.print(table.lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }

  private void row(Table table, FeedDesk.State state) {
    var terminal = root.at().outTerminal();
    table.row(
        state.id(),
        (state.trouble() == null ? Style.GOOD : Style.BAD).paint(state.state(), terminal),
        from(state.succeededAt()),
        from(state.nextAt()),
        Integer.toString(state.items()),
        Long.toString(state.published()),
        Long.toString(state.revised()),
        Long.toString(state.refused()),
        Cells.clean(why(state)));
  }

  private String from(Instant time) {
    return time == null ? "" : Times.from(root.at().clock().instant(), time);
  }

  private static String why(FeedDesk.State state) {
    if (state.trouble() != null) {
      return state.trouble() + ": " + state.why();
    }
    return state.refusals().isEmpty() ? "" : "refused: " + state.refusals().get(0);
  }

  private static Map<String, Object> json(FeedDesk.State state) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", state.id());
    object.put("state", state.state());
    object.put("where", state.where());
    object.put("movedTo", state.movedTo());
    object.put("attemptedAt", text(state.attemptedAt()));
    object.put("succeededAt", text(state.succeededAt()));
    object.put("nextAt", text(state.nextAt()));
    object.put("failures", state.failures());
    object.put("trouble", state.trouble());
    object.put("why", state.why().isEmpty() ? null : state.why());
    object.put("items", state.items());
    object.put("published", state.published());
    object.put("revised", state.revised());
    object.put("refused", state.refused());
    object.put("refusals", state.refusals());
    object.values().removeIf(value -> value == null);
    return object;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }
}
