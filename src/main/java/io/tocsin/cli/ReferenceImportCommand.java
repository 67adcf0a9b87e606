package io.tocsin.cli;

import io.tocsin.app.Requests;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** More places than ship. */
@Command(
    name = "import",
    description = {
      "Makes a regions.csv of the built-in regions and a GeoNames dump: countryInfo.txt,",
      "admin1CodesASCII.txt and every cities*.txt of a folder, unpacked."
    },
    footer = {
      "  tocsin reference import --geonames dump --into my-data",
      "  tocsin reference import --geonames dump --into my-data --min-population 100000",
      "  tocsin up --reference my-data"
    })
final class ReferenceImportCommand implements Callable<Integer> {
  @Option(
      names = "--geonames",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the dump, as downloaded from geonames.org and unpacked.")
  private Path dump;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write regions.csv to; made where it is missing.")
  private Path into;

  @Option(
      names = "--min-population",
      paramLabel = "N",
      defaultValue = "15000",
      description = "Leaves out smaller places; ${DEFAULT-VALUE} unless given.")
  private long minPopulation;

  @Spec private CommandSpec spec;

  private final Root root;

  ReferenceImportCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (minPopulation < 0) {
      throw new ParameterException(spec.commandLine(), "--min-population must not be negative");
    }
    var directory = root.at().directory();
    var request =
        new Requests.Import(directory.resolve(dump), directory.resolve(into), minPopulation);
    var screen = root.screen();
    var imported = root.desk().importReference(root.options(), request, screen);
    screen.print(
        root.json()
            ? Json.line("file", imported.file().toString(), "counts", imported.counts())
            : imported.file() + ": " + String.join(", ", imported.counts()));
    return Cli.FINE;
  }
}
