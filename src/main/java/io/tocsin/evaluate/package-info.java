/** How well texts are read, by the measures of the field, on corpora that others labelled. */
package io.tocsin.evaluate;
