package io.tocsin.evaluate;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The baseline: the longest name of the gazetteer at each word, spelt as there, and of all regions
 * that bear it the most populous.
 */
final class LargestNamed implements Geoparser {
  private static final int MOST_WORDS = 6;

  private final Map<String, Region> byName = new HashMap<>();
  private final Whereabouts whereabouts;

  LargestNamed(Regions regions, Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
    for (var region : regions.all()) {
      offer(region.name(), region);
      region.aliases().forEach(alias -> offer(alias, region));
    }
  }

  @Override
  public List<Article.Toponym> places(String text) {
    var found = new ArrayList<Article.Toponym>();
    var words = words(text);
    for (int i = 0; i < words.size(); ) {
      int next = longest(text, words, i, found);
      i = next;
    }
    return found;
  }

  /** The word after the longest name that begins with this one, or the next one. */
  private int longest(String text, List<int[]> words, int first, List<Article.Toponym> found) {
    int start = words.get(first)[0];
    for (int last = Math.min(words.size(), first + MOST_WORDS) - 1; last >= first; last--) {
      int end = words.get(last)[1];
      var region = byName.get(text.substring(start, end));
      var point = region == null ? null : whereabouts.of(region.id());
      if (point != null) {
        found.add(new Article.Toponym(start, end, point.lat(), point.lon()));
        return last + 1;
      }
    }
    return first + 1;
  }

  private static List<int[]> words(String text) {
    var words = new ArrayList<int[]>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(new int[] {start, i});
        start = -1;
      }
    }
    return words;
  }

  private void offer(String name, Region region) {
    byName.merge(name, region, (one, other) -> size(other) > size(one) ? other : one);
  }

  private static long size(Region region) {
    return Objects.requireNonNullElse(region.population(), 0L);
  }
}
