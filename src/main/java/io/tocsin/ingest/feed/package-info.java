/**
 * Feeds: what others publish at an address or put into a folder, looked at again and again. What is
 * new is published, what has changed becomes a revision.
 *
 * <p>Pure are the order of turns ({@code Rota}), the waits ({@code Schedule}) and what is known of
 * items ({@code Memory}); {@code Poll} carries them through one look at one feed, {@code Poller}
 * through all of them.
 */
package io.tocsin.ingest.feed;
