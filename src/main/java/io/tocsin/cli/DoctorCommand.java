package io.tocsin.cli;

import io.tocsin.app.Results.Check;
import io.tocsin.app.Results.Verdict;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** What is well and what is not. */
@Command(
    name = "doctor",
    description =
        "Checks Java, ports, data folder, brokers, topics, registry and clocks, and says what to do.",
    footer = {
      "  tocsin doctor",
      "  tocsin doctor --bootstrap-servers kafka:9092",
      "  tocsin doctor --json",
      "  tocsin doctor --acls --role processor,webhooks",
      "  tocsin doctor --acls --role subscriber --principal User:desk --commands"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Root root;

  @ArgGroup(exclusive = false)
  private AclsAsked acls;

  DoctorCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var screen = root.screen();
    if (acls != null) {
      screen.print(acls.lines(root));
      return Cli.FINE;
    }
    var checks = root.desk().doctor(root.options());
    for (var check : checks) {
      screen.print(root.json() ? List.of(json(check)) : lines(check, root.at().outTerminal()));
    }
    return checks.stream().anyMatch(c -> c.verdict() == Verdict.BROKEN) ? Cli.FAILED : Cli.FINE;
  }

  private static String json(Check check) {
    return Json.line(
        "check", check.name(),
        "verdict", check.verdict(),
        "found", check.found(),
        "advice", check.advice());
  }

  private static List<String> lines(Check check, Terminal terminal) {
    var lines = new ArrayList<String>();
    var mark = Cells.left(mark(check.verdict()), 8);
    lines.add(
        style(check.verdict()).paint(mark, terminal)
            + Cells.left(check.name(), 14)
            + "  "
            + Cells.clean(check.found()));
    if (!check.advice().isEmpty()) {
      lines.add(" ".repeat(24) + Cells.clean(check.advice()));
    }
    return lines;
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case FINE -> "fine";
      case WARNING -> "warning";
      case BROKEN -> "broken";
      case SKIPPED -> "skipped";
    };
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case FINE -> Style.GOOD;
      case WARNING -> Style.CAREFUL;
      case BROKEN -> Style.BAD;
      case SKIPPED -> Style.FAINT;
    };
  }
}
