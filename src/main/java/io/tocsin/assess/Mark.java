package io.tocsin.assess;

/**
 * A course as it was after so many rows: where it is taken up again for a row that comes late.
 *
 * @param at the moment of the last row or turn
 * @param last the last moments of the levels, or {@code null}
 */
record Mark(int rows, long at, double[] sums, double[] last, Row[] origins, long officialUntil) {}
