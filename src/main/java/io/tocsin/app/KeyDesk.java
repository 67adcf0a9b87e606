package io.tocsin.app;

import io.tocsin.reference.VerificationKey;
import io.tocsin.wire.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Keys to sign statements with. */
final class KeyDesk {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Options options;
  private final InstantSource clock;

  KeyDesk(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * @throws Failure where the authority is not known, or the file is there already
   */
  Results.MadeKey make(Requests.NewKey request) {
    var owner = request.authority() == null ? "ingress" : known(request.authority());
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var id = request.id() == null ? owner + "-" + today : request.id();
    var file =
        request.into().toFile().isDirectory()
            ? request.into().resolve(id + ".jwk")
            : request.into();
    var key = SigningKey.generate(id);
    write(file, key.json() + "\n");
    return new Results.MadeKey(id, VerificationKey.text(id, key.open()), file);
  }

  private String known(String authority) {
    if (Wiring.reference(options).authorities().find(authority).isEmpty()) {
      throw new Failure(
          "there is no authority " + authority,
          "See which there are with: tocsin reference show authorities");
    }
    return authority;
  }

  /** Nobody but this user may read it, from the moment it is there. */
  private static void write(Path file, String text) {
    FileAttribute<?>[] mine =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel = Files.newByteChannel(file, NEW, mine)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
    } catch (FileAlreadyExistsException e) {
      throw new Failure(file + " is there already", "Name another file with --out.", e);
    } catch (IOException e) {
      throw new Failure(file + " cannot be written: " + e, "Name another file with --out.", e);
    }
  }
}
