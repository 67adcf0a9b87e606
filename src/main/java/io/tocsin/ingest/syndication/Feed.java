package io.tocsin.ingest.syndication;

import java.time.Instant;

/**
 * What a feed says of itself, for items that do not say it.
 *
 * @param address optional: of its site, on the web
 * @param language optional: as it stands there
 * @param updated optional
 */
record Feed(String address, String language, Instant updated) {}
