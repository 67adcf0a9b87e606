package io.tocsin.client;

import io.tocsin.model.AlertLevelChange;

/**
 * A change as it was received.
 *
 * @param positions where to go on once this change is through; see {@link Start.After}
 */
public record Received(AlertLevelChange change, int partition, long offset, Positions positions) {}
