package io.tocsin.topology;

import io.tocsin.assess.Policy;
import io.tocsin.reference.Reference;
import io.tocsin.trace.Tracing;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Topics;

/**
 * What the topology is built from.
 *
 * @param entitlement who may speak officially
 * @param partitions of the topics inside the topology
 * @param policyName the policy that is followed when it appears in the topic of policies
 * @param initialPolicy what is followed until then
 * @param durable whether state is kept on disk as well as in Kafka
 * @param room how many exhibits each partition keeps at hand
 * @param tracing is told of work on records that are part of a trace
 * @param layout is told how tasks lay out what they keep
 */
public record Settings(
    Topics topics,
    Codecs codecs,
    Reference reference,
    Entitlement entitlement,
    int partitions,
    ClockKind clock,
    String policyName,
    Policy initialPolicy,
    boolean durable,
    int room,
    String source,
    Tally tally,
    Tracing tracing,
    Layout layout) {

  /** Which clock time goes by. */
  public enum ClockKind {
    /** The greatest arrival time seen: for history. */
    STREAM,
    /** That or the wall clock, whichever is later: for live news. */
    WALL
  }
}
