package io.tocsin.reference;

import java.util.List;

/**
 * The rows of one file.
 *
 * @param lenient whether a row that refers to what is not there leaves the reference out instead of
 *     being refused: a shipped file beside one that was replaced
 */
record Table(String file, boolean lenient, List<Row> rows) {}
