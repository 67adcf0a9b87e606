/** Tocsin's own records, a line or an item of an array each. */
package io.tocsin.ingest.ndjson;
