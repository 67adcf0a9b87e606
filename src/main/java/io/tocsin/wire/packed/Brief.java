package io.tocsin.wire.packed;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Policy;
import io.tocsin.wire.PolicyDocument;

/**
 * What the reading step tells the assessors: evidence, or a policy to go by.
 *
 * @param clock of the partition it came by, once it had arrived, in UTC epoch ms
 * @param evidence or {@code null}
 * @param policy or {@code null}
 * @param original the record as it came, where it came so late that it may have to be refused; or
 *     {@code null}
 */
public record Brief(long clock, Evidence evidence, Policy policy, Original original) {
  public static final Packing<Brief> PACKING = new Packing<>(Brief::write, Brief::read);

  /** A record as it came. */
  public record Original(byte[] key, byte[] value, String topic, int partition, long offset) {}

  private static void write(Packer to, Brief brief) {
    to.number(brief.clock).flag(brief.policy != null);
    if (brief.policy != null) {
      to.bytes(PolicyDocument.json(brief.policy));
      return;
    }
    Packings.writeEvidence(to, brief.evidence);
    to.flag(brief.original != null);
    if (brief.original != null) {
      to.bytes(brief.original.key)
          .bytes(brief.original.value)
          .text(brief.original.topic)
          .number(brief.original.partition)
          .number(brief.original.offset);
    }
  }

  private static Brief read(Unpacker from) {
    long clock = from.number();
    if (from.flag()) {
      return new Brief(clock, null, PolicyDocument.read(from.bytes()), null);
    }
    var evidence = Packings.readEvidence(from);
    var original =
        from.flag()
            ? new Original(from.bytes(), from.bytes(), from.text(), from.integer(), from.number())
            : null;
    return new Brief(clock, evidence, null, original);
  }
}
