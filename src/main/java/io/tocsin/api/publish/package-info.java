/**
 * What is posted: news, statements and controls, one by one, in arrays, in streams of lines, and in
 * the formats of others. Nothing is answered before Kafka has it, and nothing is kept beyond a
 * bound.
 */
package io.tocsin.api.publish;
