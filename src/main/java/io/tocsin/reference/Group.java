package io.tocsin.reference;

import java.util.List;

/**
 * A named list of countries, used in statements and filters only.
 *
 * @param id a UN M49 area code or an upper-case word: {@code 150}, {@code EU}
 * @param members ids of countries
 */
public record Group(String id, String name, List<String> members) {
  public Group {
    members = List.copyOf(members);
  }
}
