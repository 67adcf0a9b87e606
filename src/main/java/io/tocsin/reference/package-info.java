/**
 * What the world is made of, read from CSV at start and never changed after: regions and groups of
 * countries, entities, news sources, authorities and their national scales.
 *
 * <p>The default set ships in the jar; a folder replaces its files by name. A set that breaks any
 * rule is refused as a whole, with every broken rule named ({@link
 * io.tocsin.reference.InvalidReference}). All look-ups answer in constant time.
 */
package io.tocsin.reference;
