/**
 * The brokers: one that runs inside this process, topics set up on any, and what can be asked of
 * one that may be unwell. The server's internal classes are met in {@link
 * io.tocsin.broker.KafkaNode} only.
 */
package io.tocsin.broker;
