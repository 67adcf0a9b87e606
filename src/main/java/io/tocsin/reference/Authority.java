package io.tocsin.reference;

import java.util.List;

/**
 * Who issues official statements.
 *
 * @param id a slug
 * @param jurisdiction ids of the regions and groups it may speak for
 * @param scale optional: id of the scale its national levels are steps of
 * @param keys by which its signed statements are known; those that have run out included
 */
public record Authority(
    String id, String name, List<String> jurisdiction, String scale, List<VerificationKey> keys) {
  public Authority {
    jurisdiction = List.copyOf(jurisdiction);
    keys = List.copyOf(keys);
  }
}
