package io.tocsin.extract;

/**
 * What a text says that one side did to another, wherever it was, and whether or not it bears on
 * the level of a threat.
 *
 * @param span the words that say so
 */
public record Deed(Kind kind, Span span) {}
