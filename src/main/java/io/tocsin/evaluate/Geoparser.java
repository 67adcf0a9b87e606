package io.tocsin.evaluate;

import java.util.List;

/** Finds the places that a text names. */
interface Geoparser {
  /** The names found, in the order of the text, none of them within another. */
  List<Article.Toponym> places(String text);
}
