package io.tocsin.evaluate;

/**
 * A text with a name.
 *
 * @param id stable: it decides in which {@link Half} the document is
 * @param headline may be empty
 */
record Document(String id, String headline, String body) {}
