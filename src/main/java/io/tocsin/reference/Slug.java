package io.tocsin.reference;

/** The last part of an id that is made of a name. */
final class Slug {
  private Slug() {}

  /** Lower-case ASCII words with hyphens between; the other text where nothing is left. */
  static String of(String name, String otherwise) {
    String slug = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? otherwise : slug;
  }
}
