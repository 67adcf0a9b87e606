package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.app.Requests.Question;
import io.tocsin.cli.text.ExplainText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  tocsin explain 'Islamic State' Birmingham --at 2015-12-05T11:00:00Z",
      "  tocsin explain _ GB --file events.ndjson.gz",
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

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "At this moment, by all that had come into being then; else as it stands now. Not with an ALERT-ID.")
  private Instant at;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Answers from a file of events, without Kafka.")
  private String file;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document; else the built-in policy, or the one in Kafka.")
  private String policy;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  @Spec private CommandSpec spec;

  private final Root root;

  ExplainCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(flags());
    var explained = root.desk().explain(options, question());
    var screen = root.screen();
    if (root.json()) {
      screen.print(root.desk().json(explained));
      return Cli.FINE;
    }
    explained.notes().forEach(screen::say);
    var text = new ExplainText(root.words(options), root.at().outTerminal());
    screen.print(
        explained.explanation() != null
            ? text.of(explained.explanation(), explained.change(), explained.timeline())
            : text.of(explained.change(), explained.timeline(), root.at().clock().instant()));
    return Cli.FINE;
  }

  private Requests.Question question() {
    if (region != null) {
      return new Question.OfSubject(subject, region, at, file);
    }
    if (at != null) {
      throw new ParameterException(
          spec.commandLine(), "--at goes with ENTITY REGION: a change has its own moment");
    }
    return new Question.OfChange(subject, file);
  }

  private Map<Key, String> flags() {
    var flags = new EnumMap<Key, String>(Key.class);
    Root.put(flags, Key.POLICY_FILE, policy);
    Root.put(flags, Key.REFERENCE, reference);
    return flags;
  }
}
