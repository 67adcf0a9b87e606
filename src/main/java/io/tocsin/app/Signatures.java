package io.tocsin.app;

import io.tocsin.client.Stamp;
import io.tocsin.ingest.Channel;
import io.tocsin.ingest.Voucher;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Authorities;
import io.tocsin.reference.VerificationKey;
import io.tocsin.topology.Entitlement;
import io.tocsin.wire.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;

/**
 * Who may speak officially, and the key by which this program vouches for what it lets in.
 *
 * @param ingress {@code null} where it does not vouch
 */
record Signatures(Options.Speaking speaking, SigningKey ingress) {
  private static final Stamp[] NONE = {};

  /**
   * @throws Failure where the key cannot be read
   */
  static Signatures of(Options options) {
    var file = options.speaking().ingressKey();
    return new Signatures(options.speaking(), file == null ? null : key(file));
  }

  /**
   * The key in a file.
   *
   * @throws Failure where there is none
   */
  static SigningKey key(Path file) {
    try {
      return SigningKey.parse(Files.readString(file));
    } catch (InvalidRecord e) {
      throw new Failure(
          "%s holds no key to sign with: %s".formatted(file, e.getMessage()),
          "Make one with: tocsin keys new",
          e);
    } catch (IOException e) {
      throw new Failure(
          "the key %s cannot be read (%s)".formatted(file, e),
          "Correct the path, or make a key with: tocsin keys new",
          e);
    }
  }

  Entitlement entitlement(Authorities authorities) {
    if (speaking.entitlement() == Options.Entitlement.OPEN) {
      return Entitlement.OPEN;
    }
    var keys = new ArrayList<>(speaking.ingressKeys());
    if (ingress != null) {
      keys.add(new VerificationKey(ingress.id(), ingress.open(), null, null));
    }
    return Entitlement.signed(authorities, keys);
  }

  /** What records by this channel are stamped with: a voucher where there is a key for it. */
  Stamp[] by(Channel channel) {
    return ingress == null ? NONE : new Stamp[] {new Voucher(ingress, channel)};
  }

  /** The same for a command, which may do what this user may. */
  Stamp[] byCommand(String name) {
    return by(new Channel("command:" + name, Set.of(Channel.ANY)));
  }
}
