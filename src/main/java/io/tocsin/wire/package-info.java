/**
 * What leaves and enters as bytes: topics as values, codecs, serdes, headers, files of events and
 * policy documents. The only room that sees Avro and JSON; generated Avro classes do not leave it.
 */
package io.tocsin.wire;
