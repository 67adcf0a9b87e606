/**
 * The way of a record from its publisher to those who are told, as a trace of W3C Trace Context:
 * carried on always, told to a tracing system where one is configured.
 */
package io.tocsin.trace;
