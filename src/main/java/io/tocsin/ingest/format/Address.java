package io.tocsin.ingest.format;

/**
 * What a document says of where something is; all of it optional.
 *
 * @param country a code of ISO 3166-1 or a name
 * @param area a code of ISO 3166-2, with or without its country, or a name
 * @param town a name
 * @param lat degrees north
 * @param lon degrees east
 */
public record Address(String country, String area, String town, Double lat, Double lon) {}
