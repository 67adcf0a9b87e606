package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceRefusalTest {
  private static final String REGIONS = "id,parent,kind,name,aliases,lat,lon,population\n";
  private static final String ENTITIES = "id,parent,kind,name,aliases\n";
  private static final String SCALES = "scale,version,order,name,level,levelFrom,levelTo\n";

  @TempDir Path folder;

  @Test
  void shouldNameFileLineFieldValueAndRule_whenRegionsAreBad() throws IOException {
    write(
        "regions.csv",
        REGIONS
            + "GB,,country,United Kingdom,UK,51.5,-0.1,68000000\n"
            + "\n"
            + "GB,,country,Again,,,,\n"
            + "FR,GB,country,France,,,,\n"
            + "XX-1,XX,subdivision,Nowhere,,,,\n"
            + "GB-ENG,,subdivision,England,,,,\n"
            + "GB-A,GB,village,A,,,,\n"
            + "GB-B,GB,city,,x||y,91,abc,-5\n");

    assertThat(refusals())
        .containsExactly(
            "regions.csv line 4: id must not be given twice, see line 2, got 'GB'",
            "regions.csv line 5: parent must not be given with a country, got 'GB'",
            "regions.csv line 6: parent must be an id of this file, got 'XX'",
            "regions.csv line 7: parent must be given with a subdivision",
            "regions.csv line 8: kind must be one of country, subdivision, city, place,"
                + " got 'village'",
            "regions.csv line 9: name must not be blank",
            "regions.csv line 9: aliases must not have an empty item, got 'x||y'",
            "regions.csv line 9: lat must be a number of degrees in [-90, 90], got '91'",
            "regions.csv line 9: lon must be a number of degrees in [-180, 180], got 'abc'",
            "regions.csv line 9: population must be a whole number, not negative, got '-5'");
  }

  @Test
  void shouldRefuseCircles_whenParentsLeadBack() throws IOException {
    write(
        "regions.csv",
        REGIONS
            + "GB,,country,United Kingdom,,,,\n"
            + "GB-A,GB-B,city,A,,,,\n"
            + "GB-B,GB-A,city,B,,,,\n"
            + "GB-C,GB-A,city,C,,,,\n");
    write("entities.csv", ENTITIES + "a,a,organisation,A,\n_,,organisation,Nobody,\n");

    assertThat(refusals())
        .containsExactly(
            "regions.csv line 3: parent must not lead back: GB-A < GB-B, got 'GB-B'",
            "regions.csv line 4: parent must not lead back: GB-B < GB-A, got 'GB-A'",
            "entities.csv line 2: parent must not lead back: a, got 'a'",
            "entities.csv line 3: id must not be the unattributed entity, got '_'");
  }

  @Test
  void shouldRefuseStrangers_whenOtherFilesReferToWhatIsNotThere() throws IOException {
    write("groups.csv", "id,name,members\nG,Group,GB|GB-BIR|ZZ\nFR,Not a group,FR\nEMPTY,Empty,\n");
    write("sources.csv", "id,name,reliability,country\na,A,G,GB\nb,B,,GB\nc,C,A,GB-BIR\nd,D,A,\n");
    write(
        "authorities.csv",
        "id,name,jurisdiction,scale\nx,X,GB|Utopia,no-scale\ny,Y,,\nz,Z,G|GB-BIR,\n");

    assertThat(refusals())
        .containsExactly(
            "groups.csv line 2: members must be the id of a country, got 'GB-BIR'",
            "groups.csv line 2: members must be the id of a country, got 'ZZ'",
            "groups.csv line 3: id must not be the id of a region too, got 'FR'",
            "groups.csv line 4: members must name a country",
            "sources.csv line 2: reliability must be one of A, B, C, D, E, F, got 'G'",
            "sources.csv line 3: reliability must be one of A, B, C, D, E, F",
            "sources.csv line 4: country must be the id of a country, got 'GB-BIR'",
            "authorities.csv line 2: jurisdiction must be the id of a region or a group,"
                + " got 'Utopia'",
            "authorities.csv line 2: scale must be a scale of scales.csv, got 'no-scale'",
            "authorities.csv line 3: jurisdiction must name a region or a group");
  }

  @Test
  void shouldRefuseSteps_whenLevelsDoNotAgree() throws IOException {
    write(
        "scales.csv",
        SCALES
            + "s,1,1,calm,LOWEST,,\n"
            + "s,1,2,odd,LOW,MODERATE,SEVERE\n"
            + "s,1,3,half,,LOW,\n"
            + "s,1,4,high,SEVERE,,\n"
            + "s,1,4,haut,CRITICAL,,\n"
            + "s,1,5,HIGH,CRITICAL,,\n"
            + "s,1,,none,CRITICAL,,\n"
            + "s,1,x,ten,CRITICAL,,\n");

    assertThat(refusals())
        .containsExactly(
            "scales.csv line 2: level must be one of LOW, MODERATE, SUBSTANTIAL, SEVERE,"
                + " CRITICAL, got 'LOWEST'",
            "scales.csv line 3: level must lie in levelFrom..levelTo, MODERATE..SEVERE, got 'LOW'",
            "scales.csv line 4: level must be given with levelFrom or levelTo",
            "scales.csv line 6: level must be that of high, of the same order, got 'CRITICAL'",
            "scales.csv line 7: name must not be given twice in one version, got 'HIGH'",
            "scales.csv line 8: order must be given",
            "scales.csv line 9: order must be a whole number, not negative, got 'x'");
  }

  @Test
  void shouldNameTheMissingColumns_whenTheHeaderLacksSome() throws IOException {
    write("regions.csv", "id,kind,name,aliases,lat,lon\nGB,country,United Kingdom,,,\n");
    write("entities.csv", "");
    write("scales.csv", "scale,version,order,order,name,level,levelFrom,levelTo\n");

    assertThat(refusals())
        .contains(
            "regions.csv line 1: parent is a missing column",
            "regions.csv line 1: population is a missing column",
            "entities.csv: header must be given",
            "scales.csv line 1: header must not name a column twice, got 'order'");
  }

  @Test
  void shouldRefuseRows_whenTheyAreTornOrNotUtf8() throws IOException {
    write("entities.csv", ENTITIES + "a,,organisation\nb,,organisation,B,,extra\n");
    Files.write(
        folder.resolve("regions.csv"),
        (REGIONS + "FR,,country,Fran\u00e7ais,,,,\n").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusals())
        .contains(
            "regions.csv: file must be UTF-8",
            "entities.csv line 2: row must have 5 cells, got '3 cells'",
            "entities.csv line 3: row must have 5 cells, got '6 cells'");
  }

  @Test
  void shouldRefuseTheFolder_whenItIsNoneOrItsFilesAreMisnamed() throws IOException {
    write("region.csv", REGIONS);

    assertThat(refusals())
        .containsExactly(
            "region.csv: file must be named as one of regions.csv, groups.csv, entities.csv,"
                + " sources.csv, authorities.csv, scales.csv");
    assertThat(refusals(folder.resolve("nowhere")))
        .containsExactly(folder.resolve("nowhere") + ": folder must be a folder");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private List<String> refusals() {
    return refusals(folder);
  }

  private static List<String> refusals(Path from) {
    var refused = catchThrowableOfType(InvalidReference.class, () -> Reference.load(from));
    return refused.faults().stream().map(Fault::toString).toList();
  }
}
