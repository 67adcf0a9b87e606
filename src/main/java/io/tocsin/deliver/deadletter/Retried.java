package io.tocsin.deliver.deadletter;

/**
 * A letter that was published again.
 *
 * @param letter its id
 * @param to where the record lies now
 */
public record Retried(Place letter, Place to) {}
