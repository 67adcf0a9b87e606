/**
 * Measures the product on the machine at hand: a workload of its own, plain clients as the floor, a
 * plain Kafka Streams job, and the product's own processor, each in a process of its own.
 */
package io.tocsin.bench;
