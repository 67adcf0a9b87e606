package io.tocsin.deliver.notice;

/** Where a change lies in the topic of alerts. */
public record Position(int partition, long offset) {}
