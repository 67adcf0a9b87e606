package io.tocsin.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority of our own and certificates by it, made with the JDK's keytool, in PKCS#12 files
 * under one password.
 */
public final class SelfMadeCa {
  private static final String TYPE = "PKCS12";
  private static final String CA = "ca";

  private final Path folder;
  private final String password;
  private final Path everything;

  /**
   * @param folder for the files
   * @param password of all of them
   */
  public SelfMadeCa(Path folder, String password) {
    this.folder = folder;
    this.password = password;
    this.everything = folder.resolve("everything.p12");
    keytool("-alias", CA, "-dname", "CN=Self-made CA", "-ext", "bc:c");
  }

  /**
   * A key of {@code CN=name} with a certificate for this machine.
   *
   * @return its file
   */
  public Path issue(String name) {
    keytool(List.of("-alias", name, "-dname", "CN=" + name, "-signer", CA).toArray(String[]::new));
    return stored(name + ".p12", name);
  }

  /** The file of those who trust this authority. */
  public Path trust() {
    return stored("trust.p12", null);
  }

  /** The authority's certificate as PEM. */
  public String pem() {
    try {
      var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
      var text = encoder.encodeToString(load().getCertificate(CA).getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path stored(String file, String key) {
    try {
      var all = load();
      var store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      if (key == null) {
        store.setCertificateEntry(CA, all.getCertificate(CA));
      } else {
        var secret = password.toCharArray();
        store.setKeyEntry(key, all.getKey(key, secret), secret, all.getCertificateChain(key));
      }
      var path = folder.resolve(file);
      try (var out = Files.newOutputStream(path)) {
        store.store(out, password.toCharArray());
      }
      return path;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore load() {
    try (var in = Files.newInputStream(everything)) {
      var store = KeyStore.getInstance(TYPE);
      store.load(in, password.toCharArray());
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keytool(String... more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-storetype", TYPE));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    command.addAll(List.of("-ext", "san=dns:localhost,ip:127.0.0.1"));
    command.addAll(List.of("-keystore", everything.toString(), "-storepass", password));
    command.addAll(List.of(more));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
