/** The console: a page for people, served from the jar, that speaks to the HTTP API alone. */
package io.tocsin.api.console;
