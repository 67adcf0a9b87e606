package io.tocsin.reference;

import java.util.List;

/**
 * An organisation or a network of which news may speak; never a natural person.
 *
 * @param id a slug
 * @param parent optional: id of the entity it belongs to
 * @param kind what it is, in one word: {@code organisation}, {@code network}
 * @param aliases other names, in any language
 */
public record Entity(String id, String parent, String kind, String name, List<String> aliases) {
  public Entity {
    aliases = List.copyOf(aliases);
  }
}
