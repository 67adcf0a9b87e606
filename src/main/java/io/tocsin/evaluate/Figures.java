package io.tocsin.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one way of reading reached on one corpus.
 *
 * @param corpus the name of its file or folder
 * @param method who read: {@code tocsin}, {@code baseline}
 * @param documents how many were read
 * @param measures by name, in the order to show them; shares from 0 to 1, distances in km, counts
 */
public record Figures(
    String corpus, String method, Half half, int documents, Map<String, Double> measures) {
  public Figures {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }
}
