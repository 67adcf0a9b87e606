/** Signatures over the bytes of a record, in its headers. */
package io.tocsin.wire.seal;
