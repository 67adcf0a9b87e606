package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {
  @TempDir Path folder;

  @Test
  void shouldShipTheFilesThatAFolderDoesNotReplace() throws IOException {
    write("entities.csv", "id,parent,kind,name,aliases\nonly,,organisation,The only one,Sole\n");

    var reference = Reference.load(folder);

    assertThat(reference.entities().all()).extracting(Entity::id).containsExactly("only");
    assertThat(reference.entities().suggest("sole")).hasValue("only");
    assertThat(reference.regions().has("GB-BIR")).isTrue();
  }

  @Test
  void shouldLeaveOutWhatShippedFilesSayOfRegions_whenAFolderHasFewer() throws IOException {
    write(
        "regions.csv",
        "id,parent,kind,name,aliases,lat,lon,population\nGB,,country,United Kingdom,,,,\n");

    var reference = Reference.load(folder);

    assertThat(reference.regions().all()).hasSize(1);
    assertThat(reference.groups().members("150")).containsExactly("GB");
    assertThat(reference.groups().has("EU")).isFalse();
    assertThat(reference.authorities().find("jtac")).isPresent();
    assertThat(reference.authorities().find("ocam")).isEmpty();
    assertThat(reference.sources().find("le-soir").orElseThrow().country()).isNull();
  }

  @Test
  void shouldTakeColumnsInAnyOrderAMarkAndBlankLines() throws IOException {
    write(
        "entities.csv",
        "\uFEFFname,aliases,note,kind,parent,id\r\n\r\n\"A, the first\",\" x | y|x\",n,network,,a\r\n");

    assertThat(Reference.load(folder).entities().all())
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.name()).isEqualTo("A, the first");
              assertThat(entity.aliases()).containsExactly("x", "y");
              assertThat(entity.parent()).isNull();
            });
  }

  @Test
  void shouldLoadTheShippedSet_whenTheFolderIsEmpty() {
    assertThat(Reference.load(folder).scales().all()).isNotEmpty();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
