package io.tocsin.oracle;

import io.tocsin.model.Level;

/**
 * Where a tracked subject stands.
 *
 * @param score in dB at the clock
 */
public record State(Level level, Level declared, Level reported, double score) {}
