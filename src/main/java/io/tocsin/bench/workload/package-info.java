/** Records made by rule: the same seed makes the same bytes, on every machine. */
package io.tocsin.bench.workload;
