package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesTest {
  @TempDir Path dump;
  @TempDir Path target;

  private final StringBuilder cities = new StringBuilder();

  @BeforeEach
  void layOut() throws IOException {
    write(
        "countryInfo.txt",
        "# a comment\n"
            + "#ISO\tISO3\tISO-Numeric\tfips\tCountry\tCapital\tArea\tPopulation\n"
            + "GB\tGBR\t826\tUK\tUnited Kingdom\tLondon\t244820\t66488991\n"
            + "AQ\tATA\t010\tAY\tAntarctica\t\t14000000\t7\n");
    write(
        "admin1CodesASCII.txt",
        "GB.ENG\tEngland\tEngland\t1\n"
            + "US.AL\tAlabama\tAlabama\t2\n"
            + "IE.C\tConnaught\tConnaught\t3\n"
            + "UA.13\tKyiv Oblast\tKyiv Oblast\t4\n"
            + "PL.82\tPomerania\tPomerania\t5\n"
            + "PL.00\tPoland (general)\tPoland (general)\t6\n"
            + "ZZ.01\tNowhere\tNowhere\t7\n");
  }

  @Test
  void shouldKeepShippedIds_whenPlacesAreKnownAlready() throws IOException {
    city(1, "Birmingham", "", 52.4814, -1.8998, "PPLA2", "GB", "ENG", 984333);
    city(2, "Birmingham", "", 33.5207, -86.8025, "PPLA2", "US", "AL", 212237);
    city(3, "Solihull", "", 52.41, -1.77, "PPL", "GB", "ENG", 96267);

    var summary = importDump(0);

    assertThat(summary.known()).isEqualTo(3);
    assertThat(summary.places()).isZero();
    assertThat(imported().lineage("GB-BIR")).containsExactly("GB-BIR", "GB-ENG", "GB-GBN", "GB");
    assertThat(imported().all()).hasSize(summary.kept() + summary.subdivisions());
  }

  @Test
  void shouldGiveNewPlacesTheirParentsIdAndASlug() throws IOException {
    city(
        1,
        "Redditch",
        "Reddich,RDD,http://x/redditch,R1",
        52.3065,
        -1.9457,
        "PPL",
        "GB",
        "ENG",
        84214);
    city(2, "Sopot", "Сопот,Zoppot", 54.4418, 18.5601, "PPL", "PL", "82", 38217);
    city(3, "Bila Tserkva", "", 49.8094, 30.1121, "PPL", "UA", "13", 199163);
    city(4, "Oranmore", "", 53.2683, -8.92, "PPLX", "IE", "C", 4990);
    city(5, "McMurdo", "", -77.846, 166.676, "PPL", "AQ", "", 1258);

    var summary = importDump(0);

    var regions = imported();
    assertThat(summary.places()).isEqualTo(5);
    assertThat(summary.subdivisions()).isEqualTo(1);
    assertThat(regions.lineage("GB-ENG-redditch")).startsWith("GB-ENG-redditch", "GB-ENG");
    assertThat(regions.find("GB-ENG-redditch").orElseThrow().aliases()).containsExactly("Reddich");
    assertThat(regions.lineage("PL-pomerania-sopot"))
        .containsExactly("PL-pomerania-sopot", "PL-pomerania", "PL");
    assertThat(regions.suggest("zoppot")).hasValue("PL-pomerania-sopot");
    assertThat(regions.lineage("UA-32-bila-tserkva")).contains("UA-32");
    assertThat(regions.find("IE-C-oranmore").orElseThrow().kind()).isEqualTo("place");
    assertThat(regions.has("AQ-mcmurdo")).isTrue();
  }

  @Test
  void shouldResolveCollisionsTheSameWay_whenLinesComeInAnotherOrder() throws IOException {
    city(11, "Newport", "", 52.77, -2.37, "PPL", "GB", "ENG", 11387);
    city(12, "Newport", "", 50.70, -1.29, "PPL", "GB", "ENG", 25496);
    city(13, "Newport", "", 51.98, 0.21, "PPL", "GB", "ENG", 11387);
    importDump(0);
    String once = Files.readString(target.resolve("regions.csv"));
    var lines = new ArrayList<>(cities.toString().lines().toList());
    java.util.Collections.reverse(lines);
    cities.setLength(0);
    lines.forEach(line -> cities.append(line).append('\n'));

    importDump(0);

    assertThat(Files.readString(target.resolve("regions.csv"))).isEqualTo(once);
    assertThat(imported().find("GB-ENG-newport").orElseThrow().lat()).isEqualTo(50.70);
    assertThat(imported().find("GB-ENG-newport-2").orElseThrow().lat()).isEqualTo(52.77);
    assertThat(imported().find("GB-ENG-newport-3").orElseThrow().lat()).isEqualTo(51.98);
  }

  @Test
  void shouldCountWhatIsLeftOut_whenPlacesAreSmallOrOfNoCountry() throws IOException {
    city(1, "Hamlet", "", 52, -2, "PPL", "GB", "ENG", 12);
    city(2, "Elsewhere", "", 10, 10, "PPL", "ZZ", "01", 50000);

    var summary = importDump(15_000);

    assertThat(summary.small()).isEqualTo(1);
    assertThat(summary.strays()).isEqualTo(1);
    assertThat(summary.places()).isZero();
  }

  @Test
  void shouldTellItsProgress() throws IOException {
    var told = new ArrayList<String>();
    write("cities500.txt", cities.toString());

    GeoNames.importInto(dump, target, 0, told::add);

    assertThat(told)
        .startsWith("read the countries", "read the subdivisions", "read cities500.txt")
        .last()
        .asString()
        .startsWith("wrote ");
  }

  @Test
  void shouldRefuseTheDump_whenLinesAreTorn() throws IOException {
    city(1, "Hamlet", "", 91, -2, "PPL", "GB", "ENG", 12);
    cities.append("2\tTorn\n");
    write("admin1CodesASCII.txt", "GBENG\tEngland\n");

    assertThatThrownBy(() -> importDump(0))
        .isInstanceOf(InvalidReference.class)
        .hasMessage(
            "admin1CodesASCII.txt line 1: code must be a country, a dot and a code, got 'GBENG'\n"
                + "cities500.txt line 1: latitude must be a number of degrees in [-90, 90],"
                + " got '91.0'\n"
                + "cities500.txt line 2: line must have 15 cells or more, got '2 cells'");
    assertThat(target.resolve("regions.csv")).doesNotExist();
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    assertThatThrownBy(() -> GeoNames.importInto(dump, target, 0, line -> {}))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("cities*.txt");
  }

  private void city(
      long id,
      String name,
      String alternates,
      double lat,
      double lon,
      String code,
      String country,
      String admin1,
      long population) {
    cities.append(
        String.join(
            "\t",
            Long.toString(id),
            name,
            name,
            alternates,
            Double.toString(lat),
            Double.toString(lon),
            "P",
            code,
            country,
            "",
            admin1,
            "",
            "",
            "",
            Long.toString(population),
            "",
            "0",
            "Europe/London",
            "2012-01-01\n"));
  }

  private GeoNames.Summary importDump(long minPopulation) throws IOException {
    write("cities500.txt", cities.toString());
    return GeoNames.importInto(dump, target, minPopulation, line -> {});
  }

  private Regions imported() {
    return Reference.load(target).regions();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(dump.resolve(file), text);
  }
}
