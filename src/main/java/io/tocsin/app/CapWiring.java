package io.tocsin.app;

import io.tocsin.deliver.cap.CapWriter;
import io.tocsin.deliver.cap.Profile;
import io.tocsin.deliver.cap.Signer;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/** The writer of CAP messages as it is configured. */
final class CapWiring {
  private CapWiring() {}

  /**
   * @throws Failure where the key cannot be had
   */
  static CapWriter writer(Options options, Reference reference) {
    var cap = options.cap();
    var profile = new Profile(cap.sender(), status(options), cap.scope(), cap.address());
    return new CapWriter(profile, Names.of(reference), reference.regions(), signer(cap));
  }

  /**
   * Whoever signs; empty where nobody is configured.
   *
   * @throws Failure where the key cannot be had
   */
  static Optional<Signer> signer(Options.Cap cap) {
    if (cap.keystore() == null) {
      return Optional.empty();
    }
    try {
      var password = cap.password().toCharArray();
      var store = KeyStore.getInstance(cap.keystore().toFile(), password);
      var signer = Signer.of(store, password);
      if (signer.isEmpty()) {
        throw failure(cap, "holds no private key with a certificate", null);
      }
      return signer;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw failure(cap, "cannot be used: " + e.getMessage(), e);
    }
  }

  /** What is read by the clock of the stream is history, or played. */
  private static Profile.Status status(Options options) {
    if (options.cap().status() != null) {
      return options.cap().status();
    }
    return options.processing().clock() == Options.ClockMode.STREAM
        ? Profile.Status.EXERCISE
        : Profile.Status.TEST;
  }

  private static Failure failure(Options.Cap cap, String what, Exception e) {
    return new Failure(
        "the key for CAP messages in %s %s".formatted(cap.keystore(), what),
        "Correct cap.keystore and cap.keystore.password; keytool -list -keystore FILE shows what is"
            + " in it.",
        e);
  }
}
