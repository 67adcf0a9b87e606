package io.tocsin.extract;

/**
 * A time that a sentence names.
 *
 * @param days before publication, 0 for the present and what is to come
 */
record Moment(int firstWord, int endWord, int days) {}
