package io.tocsin.cli;

import io.tocsin.app.FeedDesk;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A look at feeds now. */
@Command(
    name = "poll",
    description = {
      "Looks at feeds once, now, one after the other, and publishes what is new or changed.",
      "Exit code 1 where one could not be read."
    },
    footer = {"  tocsin feeds poll", "  tocsin feeds poll bbc --dry-run | jq -r .news.headline"})
final class FeedsPollCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The feed; all of the file without one.")
  private String id;

  @Option(
      names = "--dry-run",
      description = "Publishes nothing; prints what it would, one record a line.")
  private boolean dryRun;

  private final Root root;

  FeedsPollCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var screen = root.screen();
    var feeds = root.desk().feeds(root.options());
    List<FeedDesk.Looked> looked;
    if (dryRun) {
      looked = feeds.preview(id, screen::print, screen);
      table(looked).forEach(screen::say);
    } else {
      looked = feeds.poll(id, screen);
      if (root.json()) {
        looked.forEach(one -> screen.print(json(one)));
      } else {
        screen.print(table(looked));
      }
    }
    return looked.stream().allMatch(FeedDesk.Looked::isFine) ? Cli.FINE : Cli.FAILED;
  }

  private List<String> table(List<FeedDesk.Looked> looked) {
    var table =
        new Table(
            Table.left("ID"),
            Table.left("OUTCOME"),
            Table.right("NEW"),
            Table.right("REVISED"),
            Table.right("REFUSED"),
            Table.yielding("WHY"));
    looked.forEach(
        one ->
            table.row(
                one.id(),
                one.outcome(),
                Integer.toString(one.fresh()),
                Integer.toString(one.revised()),
                Integer.toString(one.refused()),
                Cells.clean(one.why())));
    return table.lines(dryRun ? root.at().errTerminal() : root.at().outTerminal());
  }

  private static String json(FeedDesk.Looked one) {
    return Json.line(
        "id", one.id(),
        "outcome", one.outcome(),
        "new", one.fresh(),
        "revised", one.revised(),
        "refused", one.refused(),
        "why", one.why());
  }
}
