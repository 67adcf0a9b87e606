package io.tocsin.client;

/**
 * Where a record lies that every in-sync replica has.
 *
 * @param offset of the record in its partition
 */
public record Receipt(String topic, int partition, long offset) {}
