/**
 * Observes a contender from outside: offsets, processor time, memory, and how late its word comes.
 */
package io.tocsin.bench.measure;
