package io.tocsin.topology;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Authorities;
import io.tocsin.reference.VerificationKey;
import io.tocsin.wire.seal.Seal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;

/**
 * Who may speak officially by the topic of statements. Either whoever may write to it; or a
 * statement needs the signature of its authority, or the voucher of a place where statements come
 * in and are checked.
 */
public final class Entitlement {
  /** Whoever may write to the topic speaks for every authority: its rights are bound by Kafka. */
  public static final Entitlement OPEN = new Entitlement(null, List.of());

  private final Authorities authorities;
  private final List<VerificationKey> ingress;

  private Entitlement(Authorities authorities, Collection<VerificationKey> ingress) {
    this.authorities = authorities;
    this.ingress = List.copyOf(ingress);
  }

  /**
   * A statement must be signed.
   *
   * @param authorities whose keys may sign their own statements
   * @param ingress keys that may vouch for the statements of any
   */
  public static Entitlement signed(Authorities authorities, Collection<VerificationKey> ingress) {
    return new Entitlement(authorities, ingress);
  }

  /**
   * Why a statement does not count as its authority's; empty where it does. One of an authority
   * that nobody knows is left to admission.
   *
   * @param value the bytes that it was read from
   * @param at the record's timestamp: which keys were good then
   */
  public Optional<String> refusal(
      OfficialStatement statement, byte[] value, Headers headers, Instant at) {
    var authority = authorities == null ? null : authorities.find(statement.authority());
    if (authority == null || authority.isEmpty()) {
      return Optional.empty();
    }
    var id = authority.get().id();
    var signed = sealed(headers, Seal.SIGNATURE, authority.get().keys(), "of " + id, value, at);
    if (signed.isPresent() && signed.get().isEmpty()) {
      return Optional.empty();
    }
    var vouched =
        sealed(headers, Seal.VOUCHER, ingress, "of an ingress", value, at)
            .map(why -> why.isEmpty() ? vouchedFor(headers, id) : why);
    if (vouched.isPresent() && vouched.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        signed
            .or(() -> vouched)
            .map(why -> "not entitled to speak for %s: %s".formatted(id, why))
            .orElse(unsealed(id)));
  }

  private static String unsealed(String id) {
    return "not entitled to speak for %s: there is neither a %s nor a %s"
        .formatted(id, Seal.SIGNATURE, Seal.VOUCHER);
  }

  /**
   * Empty where there is no such header; else what is wrong with it, the empty text for nothing.
   */
  private static Optional<String> sealed(
      Headers headers,
      String name,
      List<VerificationKey> keys,
      String whose,
      byte[] value,
      Instant at) {
    try {
      return Seal.in(headers, name).map(seal -> fault(seal, name, keys, whose, value, at));
    } catch (InvalidRecord e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String fault(
      Seal seal, String name, List<VerificationKey> keys, String whose, byte[] value, Instant at) {
    var key = keys.stream().filter(k -> k.id().equals(seal.keyId())).findFirst();
    if (key.isEmpty()) {
      var known = keys.stream().map(VerificationKey::id).collect(Collectors.joining(", "));
      return "%s names the key '%s', which is none %s (%s)"
          .formatted(name, seal.keyId(), whose, known.isEmpty() ? "there are none" : known);
    }
    if (!key.get().isGood(at)) {
      return "the key '%s' %s is not good at %s".formatted(seal.keyId(), whose, at);
    }
    return seal.holds(value, key.get().key())
        ? ""
        : "%s does not hold over the record's bytes".formatted(name);
  }

  private static String vouchedFor(Headers headers, String authority) {
    var named = Seal.in(headers, Seal.VOUCHER).map(seal -> seal.said(Seal.AUTHORITY));
    return named.filter(authority::equals).isPresent()
        ? ""
        : "%s is for %s".formatted(Seal.VOUCHER, named.orElse("nobody"));
  }
}
