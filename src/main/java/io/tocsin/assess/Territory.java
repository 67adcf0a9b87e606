package io.tocsin.assess;

/**
 * Which subjects an assessor answers for. All subjects of one entity in one country have the same
 * assessor, so that a region and its ancestors are never apart.
 */
@FunctionalInterface
public interface Territory {
  Territory EVERYWHERE = (entity, country) -> true;

  boolean holds(String entity, String country);
}
