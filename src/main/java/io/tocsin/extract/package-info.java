/** From what a publisher sent to claims and a fingerprint: pure, no I/O. */
package io.tocsin.extract;
