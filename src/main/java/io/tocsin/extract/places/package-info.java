/** Which regions a text speaks of: names found, told from names of other things, and resolved. */
package io.tocsin.extract.places;
