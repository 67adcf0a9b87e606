/** Rendering for terminals: pure functions of records, a {@link Terminal}'s facts and a time. */
package io.tocsin.cli.text;
