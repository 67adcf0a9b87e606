package io.tocsin.reference;

import java.util.List;

/**
 * Who issues official statements.
 *
 * @param id a slug
 * @param jurisdiction ids of the regions and groups it may speak for
 * @param scale optional: id of the scale its national levels are steps of
 */
public record Authority(String id, String name, List<String> jurisdiction, String scale) {
  public Authority {
    jurisdiction = List.copyOf(jurisdiction);
  }
}
