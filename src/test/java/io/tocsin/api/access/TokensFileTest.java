package io.tocsin.api.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tocsin.model.InvalidRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensFileTest {
  private static final NewToken DESK =
      NewToken.make("desk", Set.of(Scope.PUBLISH_NEWS), List.of("reuters"), List.of());
  private static final NewToken OFFICE =
      NewToken.make(null, Set.of(Scope.PUBLISH_STATEMENTS), List.of(), List.of("jtac"));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private Path path;

  @BeforeEach
  void path(@TempDir Path folder) {
    path = folder.resolve("new/tokens.yaml");
  }

  @Test
  void shouldKnowATokenThatWasMade_andNoOther() {
    var file = open();
    assertThat(file.areConfigured()).isFalse();

    file.add(DESK);
    file.add(OFFICE);

    assertThat(file.areConfigured()).isTrue();
    var desk = file.bearer(DESK.token()).orElseThrow();
    assertThat(desk.name()).isEqualTo("desk");
    assertThat(desk.may(Scope.PUBLISH_NEWS)).isTrue();
    assertThat(desk.may(Scope.READ)).isFalse();
    assertThat(desk.speaksFor("reuters")).isTrue();
    assertThat(desk.speaksFor("bbc-news")).isFalse();
    assertThat(desk.channel().speaksFor("jtac")).isFalse();
    assertThat(file.bearer(OFFICE.token()).orElseThrow().channel().speaksFor("jtac")).isTrue();
    assertThat(file.bearer(DESK.token() + "x")).isEmpty();
    assertThat(file.bearer("")).isEmpty();
  }

  @Test
  void shouldKeepAHashAlone_forItsOwnerAlone() throws IOException {
    open().add(DESK);

    assertThat(Files.readString(path)).contains("sha256:").doesNotContain(DESK.token());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(DESK.token()).hasSizeGreaterThan(45);
    assertThat(DESK).hasToString("desk");
  }

  @Test
  void shouldFollowTheFile_butStandByWhatItKnew_whenThatGoesBadOrGoesAway() throws IOException {
    var running = open();
    open().add(DESK);
    assertThat(running.bearer(DESK.token())).isPresent();

    Files.writeString(path, "tokens: [nonsense");
    assertThat(running.bearer(DESK.token())).isPresent();

    Files.delete(path);
    assertThat(running.bearer(DESK.token())).isPresent();
    assertThat(running.areConfigured()).isTrue();

    open().add(OFFICE);
    assertThat(running.bearer(DESK.token())).isEmpty();
    assertThat(running.bearer(OFFICE.token())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens:\n", "# none\ntokens:\n\n", "tokens: []", ""})
  void shouldKnowNoTokenAndAskForOne_whenTheLastWasDeleted(String rest) throws IOException {
    var running = open();
    open().add(DESK);
    assertThat(running.areConfigured()).isTrue();

    Files.writeString(path, rest);

    assertThat(running.bearer(DESK.token())).isEmpty();
    assertThat(running.areConfigured()).isTrue();
    assertThat(open().areConfigured()).isFalse();
  }

  @Test
  void shouldForgetAToken_whenItsTimeIsUp() throws IOException {
    open().add(DESK);
    Files.writeString(path, Files.readString(path) + "    expires: '2026-03-02T00:00:00Z'\n");
    var file = open();

    assertThat(file.bearer(DESK.token())).isPresent();
    now.set(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(file.bearer(DESK.token())).isEmpty();
  }

  @Test
  void shouldRefuseANameThatIsTaken_andLeaveTheFileAsItIs() throws IOException {
    open().add(DESK);
    var before = Files.readString(path);

    assertThatThrownBy(() -> open().add(DESK))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("is the name of another one already");
    assertThat(Files.readString(path)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, hash: 'sha256:00', scopes: [read]}",
        "{name: a, hash: 'plain', scopes: [read]}",
        "{name: 'a b', scopes: [read]}",
        "{name: a, scopes: [everything]}",
        "{name: a, scopes: []}",
        "{name: a, scopes: [publish:statements]}",
        "{name: a, scopes: [open]}",
        "{name: a, scopes: [read], expires: soon}",
        "{name: a, scopes: [read], token: x}",
      })
  void shouldRefuse_whenAnEntryIsNotRight(String entry) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "tokens:\n  - " + entry + "\n");

    assertThatThrownBy(this::open).isInstanceOf(InvalidRecord.class);
  }

  @Test
  void shouldCompareInConstantTime() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tocsin.api.access");

    classes()
        .that()
        .haveFullyQualifiedName(TokensFile.class.getName())
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(classes);
    noClasses()
        .should()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .check(classes);
  }

  private TokensFile open() {
    return TokensFile.open(path, now::get);
  }
}
