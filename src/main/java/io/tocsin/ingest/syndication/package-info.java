/** Feeds of all kinds: RSS, Atom, JSON Feed. */
package io.tocsin.ingest.syndication;
