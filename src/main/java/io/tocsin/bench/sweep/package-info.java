/** How cost grows with size: one number varied at a time. */
package io.tocsin.bench.sweep;
