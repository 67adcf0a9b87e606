package io.tocsin.extract;

/**
 * Somebody named in a text.
 *
 * @param firstWord the number of the name's first word
 * @param endWord the number of the word behind its last
 */
record Mention(Name.Kind kind, String id, int firstWord, int endWord, Span span) {}
