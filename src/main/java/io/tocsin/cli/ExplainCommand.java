package io.tocsin.cli;

import io.tocsin.app.Requests;
import io.tocsin.app.Requests.Question;
import io.tocsin.cli.text.ExplainText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Why. */
@Command(
    name = "explain",
    description = {
      "Says why a level is what it is: every row with its dB, the statements in force,",
      "the timeline, what comes next and when."
    },
    customSynopsis = {
      "tocsin explain [OPTIONS] ENTITY REGION",
      "   or: tocsin explain [OPTIONS] ALERT-ID"
    },
    footer = {
      "  tocsin explain isil FR-75C",
      "  tocsin explain _ GB",
      "  tocsin explain 3f1c2a90-7d5e-5b0e-8a39-0c8f5d1f6f11 --json"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY|ALERT-ID",
      description =
          "An entity by id or name, _ for nobody in particular, * for all; or an alert's id.")
  private String subject;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REGION",
      description = "A region by id or name.")
  private String region;

  private final Root root;

  ExplainCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var explained = root.desk().explain(options, question());
    var screen = root.screen();
    if (root.json()) {
      screen.change(explained.change());
    } else {
      var text = new ExplainText(root.words(options), root.at().outTerminal());
      var now = root.at().clock().instant();
      screen.print(text.of(explained.change(), explained.timeline(), now));
    }
    return Cli.FINE;
  }

  private Requests.Question question() {
    return region == null
        ? new Question.OfChange(subject)
        : new Question.OfSubject(subject, region);
  }
}
