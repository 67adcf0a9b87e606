package io.tocsin.reference;

import io.tocsin.model.Reliability;

/**
 * A news publisher.
 *
 * @param id a slug
 * @param reliability the default grade of its reports, after the Admiralty code
 * @param country optional: where it is published
 */
public record Source(String id, String name, Reliability reliability, String country) {}
