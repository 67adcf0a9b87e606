/**
 * Wiring and life cycle: what the program is told ({@link io.tocsin.app.Options}), what it can do
 * ({@link io.tocsin.app.Desk}), and how it comes to an end ({@link io.tocsin.app.Shutdown}).
 */
package io.tocsin.app;
