package io.tocsin.ingest.page;

import io.tocsin.ingest.format.Speaker;

/**
 * What an article stands in.
 *
 * @param language optional: what the page says it is written in
 * @param address where it was fetched; a file's name where it was not
 */
record Setting(Speaker speaker, String language, String address) {}
