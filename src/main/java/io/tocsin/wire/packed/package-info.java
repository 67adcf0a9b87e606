/**
 * The compact binary forms in which evidence travels between the steps of the topology and lies in
 * its state stores. They are Tocsin's own, never seen by users; each value starts with the number
 * of its form, so that a later one can still read it.
 */
package io.tocsin.wire.packed;
