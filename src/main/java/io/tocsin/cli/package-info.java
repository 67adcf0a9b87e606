/**
 * The command line: arguments in, calls on the {@link io.tocsin.app.Desk}, text or JSON out. Data
 * goes to standard output, everything else to standard error.
 */
package io.tocsin.cli;
