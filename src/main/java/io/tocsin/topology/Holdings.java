package io.tocsin.topology;

/**
 * What the assessor of a partition holds at one moment.
 *
 * @param known subjects that are known
 * @param open dossiers at hand; those of other subjects lie on the shelf, or there are none
 * @param exhibits in those at hand, with what their covers take
 * @param room how many exhibits there is room for
 * @param waiting subjects that must be looked at at some moment
 * @param nextDue the earliest of these moments, in UTC epoch ms; {@link Long#MAX_VALUE} for none,
 *     or where history has a clock of its own
 */
public record Holdings(int known, int open, int exhibits, int room, int waiting, long nextDue) {}
