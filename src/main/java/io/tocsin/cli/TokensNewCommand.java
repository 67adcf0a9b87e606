package io.tocsin.cli;

import io.tocsin.app.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a token. */
@Command(
    name = "new",
    description = {
      "Makes a token and prints it, once: the file keeps a hash alone.",
      "A server that runs takes it up by itself."
    },
    footer = {
      "  tocsin tokens new --scope publish:news --source reuters --name reuters-desk",
      "  tocsin tokens new --scope publish:statements --authority jtac",
      "  tocsin tokens new --scope read --scope control"
    })
final class TokensNewCommand implements Callable<Integer> {
  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPE",
      description = "publish:news, publish:statements, control or read; may be repeated.")
  private List<String> scopes = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "A source whose news it may publish; all where none is named.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--authority",
      paramLabel = "ID",
      description = "An authority for which it may speak; * for all.")
  private List<String> authorities = new ArrayList<>();

  @Option(names = "--name", paramLabel = "NAME", description = "What logs and lists call it.")
  private String name;

  private final Root root;

  TokensNewCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var request = new Requests.NewToken(name, scopes, sources, authorities);
    var made = root.desk().tokens(root.options()).make(request);
    var screen = root.screen();
    if (root.json()) {
      screen.print(Json.line("name", made.name(), "token", made.token(), "file", made.file()));
    } else {
      screen.print(made.token());
      screen.say(
          "this is '%s', of which %s keeps a hash: it is not shown again"
              .formatted(made.name(), made.file()));
    }
    return Cli.FINE;
  }
}
