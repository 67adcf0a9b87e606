/** Fixtures that tests of every room share. */
package io.tocsin.testing;
