package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A new pair of keys. */
@Command(
    name = "new",
    description = {
      "Makes a pair of Ed25519 keys. Prints what the column keys of authorities.csv takes, or the",
      "key statements.ingress.keys; writes the private key into a file that this user alone may",
      "read."
    },
    footer = {
      "  tocsin keys new --authority jtac",
      "  tocsin keys new --authority jtac --id jtac-2027 --out secrets/",
      "  tocsin keys new --ingress"
    })
final class KeysNewCommand implements Callable<Integer> {
  /** Whose key it is. */
  private static final class Owner {
    @Option(names = "--authority", paramLabel = "ID", description = "Signs statements of this one.")
    private String authority;

    @Option(
        names = "--ingress",
        description = "Vouches for statements that come in by HTTP, feeds and commands.")
    private boolean ingress;
  }

  @ArgGroup(multiplicity = "1")
  private Owner owner;

  @Option(
      names = "--id",
      paramLabel = "KID",
      description = "What signatures name it by; else its owner and the day.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "For the private key: a new file, or a folder; else KID.jwk, here.")
  private Path out;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  @Spec private CommandSpec spec;

  private final Root root;

  KeysNewCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (id != null && !id.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--id must be 1 to 100 letters, digits, '.', '_' or '-'");
    }
    var directory = root.at().directory();
    var into = out == null ? directory : directory.resolve(out);
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var made = root.desk().newKey(options, new Requests.NewKey(owner.authority, id, into));
    var screen = root.screen();
    if (root.json()) {
      screen.print(
          Json.line("id", made.id(), "entry", made.entry(), "file", made.file().toString()));
    } else {
      screen.print(made.entry());
      screen.say("the private key is in " + made.file());
    }
    return Cli.FINE;
  }
}
