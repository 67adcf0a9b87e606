package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.reference.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDeskTest {
  @TempDir Path folder;

  @Test
  void shouldWriteAKeyForThisUserAlone_andSayWhatTheFileOfAuthoritiesTakes() throws IOException {
    var made = desk().make(new Requests.NewKey("jtac", null, folder));

    assertThat(made.id()).isEqualTo("jtac-2026-03-01");
    assertThat(made.file()).isEqualTo(folder.resolve("jtac-2026-03-01.jwk"));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
          .isEqualTo("rw-------");
    }
    assertThat(VerificationKey.parse(made.entry()).key())
        .isEqualTo(Signatures.key(made.file()).open());
  }

  @Test
  void shouldNotWriteOverAKey() {
    var request = new Requests.NewKey(null, "door", folder.resolve("door.jwk"));
    desk().make(request);

    assertThatThrownBy(() -> desk().make(request))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void shouldRefuseAnAuthorityThatIsNone() {
    assertThatThrownBy(() -> desk().make(new Requests.NewKey("nobody", null, folder)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no authority nobody");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldSayWhatToDo_whenAKeyCannotBeRead() throws IOException {
    var file = Files.writeString(folder.resolve("k.jwk"), "{\"d\":\"secret\"}");

    assertThatThrownBy(() -> Signatures.key(file))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("holds no key to sign with")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> Signatures.key(folder.resolve("none"))).isInstanceOf(Failure.class);
  }

  private KeyDesk desk() {
    var options =
        OptionsReader.read(new Given(Map.of(), Map.of(), Map.of(), null, folder, folder, 2));
    return new KeyDesk(options, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
  }
}
