/**
 * The live table of levels: what it shows ({@link io.tocsin.cli.watch.WatchState}), what keys do to
 * that ({@link io.tocsin.cli.watch.Keys}) and how it looks ({@link
 * io.tocsin.cli.watch.WatchScreen}) are pure; {@link io.tocsin.cli.watch.FullScreen} carries it to
 * a terminal.
 */
package io.tocsin.cli.watch;
