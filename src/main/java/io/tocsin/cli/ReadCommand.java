package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.cli.text.ReadingText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a report claims, and from which words. */
@Command(
    name = "read",
    description = {
      "Reads a report and shows its claims: who, where, what, how sure, on whose word.",
      "The first line is the headline; a line before it may say whence the report is:",
      "# source=guardian, published=2015-12-05T18:00:00Z, language=en, country=GB"
    },
    footer = {"  tocsin read article.txt", "  tocsin read - --json < article.txt"})
final class ReadCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Parameters(index = "0", paramLabel = "FILE", description = "The report; - for standard input.")
  private String file;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  private final Root root;

  ReadCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var path = file.equals(STANDARD_INPUT) ? file : root.at().directory().resolve(file).toString();
    var read = root.desk().read(options, new Requests.Read(path));
    var screen = root.screen();
    if (root.json()) {
      screen.print(json(read));
    } else {
      screen.print(new ReadingText(root.words(options)).lines(read, root.at().outTerminal()));
    }
    return Cli.FINE;
  }

  private static String json(Results.Read read) {
    return Json.line(
        "entities",
        mentioned(read.entities()),
        "regions",
        mentioned(read.regions()),
        "claims",
        read.claims().stream().map(ReadCommand::claim).toList(),
        "fingerprint",
        read.fingerprint());
  }

  private static List<Map<String, Object>> mentioned(List<Results.Mentioned> all) {
    var objects = new ArrayList<Map<String, Object>>();
    for (var one : all) {
      var object = new LinkedHashMap<String, Object>();
      object.put("id", one.id());
      object.put("spans", spans(one.spans()));
      objects.add(object);
    }
    return objects;
  }

  private static Map<String, Object> claim(Results.ReadClaim claim) {
    var object = new LinkedHashMap<String, Object>();
    object.put("entity", claim.entity());
    object.put("region", claim.region());
    object.put("category", claim.category().name());
    object.put("credibility", claim.credibility().grade());
    object.put("salience", claim.salience());
    if (claim.origin() != null) {
      object.put("origin", claim.origin());
    }
    object.put("spans", spans(claim.spans()));
    return object;
  }

  private static List<List<Integer>> spans(List<Results.Stretch> spans) {
    return spans.stream().map(span -> List.of(span.from(), span.to())).toList();
  }
}
