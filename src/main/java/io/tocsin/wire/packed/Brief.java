package io.tocsin.wire.packed;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Policy;
import io.tocsin.wire.PolicyDocument;
import org.apache.kafka.common.header.Headers;

/**
 * What the reading step tells the assessors: evidence, or a policy to go by.
 *
 * @param clock of the partition it came by, once it had arrived, in UTC epoch ms
 * @param timestamp of the record it came in, in UTC epoch ms
 * @param trace what of its headers goes on with what it causes
 * @param evidence or {@code null}
 * @param policy or {@code null}
 * @param original the record as it came, where it came so late that it may have to be refused; or
 *     {@code null}
 */
public record Brief(
    long clock,
    long timestamp,
    Headers trace,
    Evidence evidence,
    Policy policy,
    Original original) {
  /** A record as it came. */
  public record Original(byte[] key, byte[] value, String topic, int partition, long offset) {}

  /** The same without the record as it came. */
  Brief withoutOriginal() {
    return original == null ? this : new Brief(clock, timestamp, trace, evidence, policy, null);
  }

  static void write(Packer to, Brief brief) {
    to.number(brief.clock).number(brief.timestamp);
    Raw.writeHeaders(to, brief.trace);
    to.flag(brief.policy != null);
    if (brief.policy != null) {
      to.bytes(PolicyDocument.json(brief.policy));
      return;
    }
    to.flag(brief.original != null);
    if (brief.original != null) {
      to.bytes(brief.original.key)
          .bytes(brief.original.value)
          .text(brief.original.topic)
          .number(brief.original.partition)
          .number(brief.original.offset);
    }
    Packings.writeEvidence(to, brief.evidence);
  }

  static Brief read(Unpacker from) {
    long clock = from.number();
    long timestamp = from.number();
    var trace = Raw.readHeaders(from);
    if (from.flag()) {
      var policy = PolicyDocument.read(from.bytes());
      return new Brief(clock, timestamp, trace, null, policy, null);
    }
    var original =
        from.flag()
            ? new Original(from.bytes(), from.bytes(), from.text(), from.integer(), from.number())
            : null;
    return new Brief(clock, timestamp, trace, Packings.readEvidence(from), null, original);
  }
}
