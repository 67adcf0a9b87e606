package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a regions.csv of the shipped regions and a GeoNames dump: {@code countryInfo.txt}, {@code
 * admin1CodesASCII.txt} and every {@code cities*.txt} of a folder, as downloaded.
 *
 * <p>What ships stays, with its ids; a place that is there already is not added again. The rest
 * gets its parent's id and a slug of its name. Equal dumps give equal files.
 */
public final class GeoNames {
  private static final int REPORT_EVERY = 5_000;
  private static final Comparator<Toponym> LARGEST_FIRST =
      Comparator.comparingLong(Toponym::population).reversed().thenComparing(Toponym::geonameId);

  /**
   * What an import did.
   *
   * @param kept regions of the shipped set, all of them
   * @param subdivisions first-order subdivisions added
   * @param places cities and places added
   * @param known cities and places that the shipped set had already
   * @param small cities and places left out for their population
   * @param strays cities and places left out for their country, which the shipped set lacks
   */
  public record Summary(int kept, int subdivisions, int places, int known, int small, int strays) {}

  private final Gazetteer gazetteer = new Gazetteer(Reference.load(null).regions());
  private final Faults faults = new Faults();
  private final long minPopulation;
  private final Consumer<String> progress;
  private int small;

  private GeoNames(long minPopulation, Consumer<String> progress) {
    this.minPopulation = minPopulation;
    this.progress = progress;
  }

  /**
   * Reads a dump and writes {@code regions.csv}, which is then loaded once to be sure of it.
   *
   * @param minPopulation cities of fewer inhabitants are left out
   * @param progress gets a line now and then
   * @throws InvalidReference with every line that is not as GeoNames writes it; nothing is written
   * @throws IOException when a file is missing or cannot be read or written
   */
  public static Summary importInto(
      Path sourceFolder, Path targetFolder, long minPopulation, Consumer<String> progress)
      throws IOException {
    var dump = new GeoNames(minPopulation, progress);
    int kept = dump.gazetteer.regions().size();
    dump.countries(sourceFolder.resolve("countryInfo.txt"));
    dump.subdivisions(sourceFolder.resolve("admin1CodesASCII.txt"));
    dump.places(cityFiles(sourceFolder));
    dump.faults.check();
    Files.createDirectories(targetFolder);
    var target = targetFolder.resolve("regions.csv");
    RegionsFile.write(dump.gazetteer.regions(), target);
    progress.accept("wrote " + dump.gazetteer.regions().size() + " regions to " + target);
    Reference.load(targetFolder);
    var counts = dump.gazetteer.counts();
    return new Summary(
        kept, counts.subdivisions(), counts.places(), counts.known(), dump.small, counts.strays());
  }

  private static List<Path> cityFiles(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(folder, "cities*.txt")) {
      found.forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(folder.resolve("cities*.txt").toString());
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private void countries(Path file) throws IOException {
    for (var line : TabbedLine.read(file, 8, faults)) {
      boolean header = line.cell(0).equals("ISO");
      if (!header) {
        gazetteer.country(line.cell(0), line.count(7, "population"));
      }
    }
    progress.accept("read the countries");
  }

  private void subdivisions(Path file) throws IOException {
    for (var line : TabbedLine.read(file, 2, faults)) {
      String code = line.cell(0);
      int dot = code.indexOf('.');
      if (dot < 0) {
        line.refuse(Problem.of("code", code, "must be a country, a dot and a code"));
      } else {
        String ascii = line.size() > 2 ? line.cell(2) : line.cell(1);
        gazetteer.subdivision(code.substring(0, dot), code.substring(dot + 1), line.cell(1), ascii);
      }
    }
    progress.accept("read the subdivisions");
  }

  private void places(List<Path> files) throws IOException {
    var seen = new HashSet<Long>();
    var toponyms = new ArrayList<Toponym>();
    for (var file : files) {
      for (var line : TabbedLine.read(file, 15, faults)) {
        var toponym = Toponym.of(line);
        if (toponym != null && seen.add(toponym.geonameId())) {
          toponyms.add(toponym);
        }
      }
      progress.accept("read " + file.getFileName());
    }
    toponyms.sort(LARGEST_FIRST);
    int done = 0;
    for (var toponym : toponyms) {
      if (toponym.population() < minPopulation) {
        small++;
      } else {
        gazetteer.place(toponym);
      }
      if (++done % REPORT_EVERY == 0) {
        progress.accept("placed " + done + " of " + toponyms.size());
      }
    }
  }
}
