package io.tocsin.extract.places;

import io.tocsin.extract.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the regions of a name a text means. A name means one region throughout a text, save
 * where it is said beside it; the largest, save where what else is named speaks for another.
 */
final class Choice {
  private static final double DEMONYM = 0.6;
  private static final double SOURCE = 0.75;

  /** A country is named beside this share of candidates at least, or they are not worth a vote. */
  private static final double NEGLIGIBLE = 0.02;

  private static final double SAID_BESIDE = 4;
  private static final double LOCATED = 0.8;

  /** In decades of population: a smaller place needs something that speaks for it. */
  private static final double LEAST = 4.4;

  private static final double SHARPNESS = 2.3;

  /** One name in a text, and every mention of it that is not settled by itself. */
  private static final class Sense {
    final List<Mention> mentions = new ArrayList<>(2);
    final int[] candidates;
    final double[] weights;
    final double[] shares;
    int chosen = Atlas.NOWHERE;
    int pinned = Atlas.NOWHERE;
    double confidence;
    double score;

    Sense(Mention first, Atlas atlas) {
      var name = first.name;
      candidates = first.candidates;
      boolean all = candidates == name.regions();
      weights = all ? name.weights() : weights(name, atlas);
      shares = all ? name.shares() : Name.shares(weights);
    }

    private double[] weights(Name name, Atlas atlas) {
      double[] weights = new double[candidates.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = name.weight(candidates[i], atlas);
      }
      return weights;
    }
  }

  private final Atlas atlas;
  private final Map<Name, Sense> senses = new LinkedHashMap<>();

  Choice(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * Gives every mention that is not dropped its region, and drops what is too small to be meant.
   */
  void make(List<Mention> mentions, int source) {
    var first = new Votes(atlas);
    if (source != Atlas.NOWHERE) {
      first.add(source, SOURCE);
    }
    gather(mentions, first);
    for (var sense : senses.values()) {
      expect(sense, first);
    }
    for (var sense : senses.values()) {
      choose(sense, first, true);
    }
    var second = new Votes(atlas);
    if (source != Atlas.NOWHERE) {
      second.add(source, SOURCE);
    }
    gatherOthers(mentions, second);
    for (var sense : senses.values()) {
      second.add(sense.chosen, 1);
    }
    for (var sense : senses.values()) {
      choose(sense, second, false);
      settle(sense);
    }
  }

  private void gather(List<Mention> mentions, Votes votes) {
    for (var mention : mentions) {
      if (mention.names() && mention.pinned) {
        int region = largest(mention);
        decide(mention, region, 1);
        votes.add(region, 1);
        var sense = senses.get(mention.name);
        if (sense != null) {
          sense.pinned = region;
        }
      } else if (mention.names()) {
        var sense = senses.get(mention.name);
        if (sense == null) {
          sense = new Sense(mention, atlas);
          senses.put(mention.name, sense);
        }
        sense.mentions.add(mention);
      }
    }
    for (var mention : mentions) {
      var sense = mention.names() && mention.pinned ? senses.get(mention.name) : null;
      if (sense != null) {
        sense.pinned = mention.chosen;
      }
    }
    gatherOthers(mentions, votes);
  }

  private void gatherOthers(List<Mention> mentions, Votes votes) {
    var seen = new HashSet<Name>();
    for (var mention : mentions) {
      if (mention.dropped || mention.candidates.length == 0) {
        continue;
      }
      if (mention.kind != Place.Kind.NAME) {
        decide(mention, largest(mention), 1);
      }
      boolean settled = mention.kind != Place.Kind.NAME || mention.pinned;
      if (settled && seen.add(mention.name)) {
        votes.add(mention.chosen, mention.kind == Place.Kind.NAME ? 1 : DEMONYM);
      }
    }
  }

  /** Before anything is known, a name speaks for its regions by their size. */
  private static void expect(Sense sense, Votes votes) {
    for (int i = 0; i < sense.candidates.length; i++) {
      if (sense.shares[i] > NEGLIGIBLE) {
        votes.add(sense.candidates[i], sense.shares[i]);
      }
    }
  }

  private void choose(Sense sense, Votes votes, boolean shared) {
    int[] candidates = sense.candidates;
    double best = Double.NEGATIVE_INFINITY;
    int chosen = candidates[0];
    double[] scores = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      int region = candidates[i];
      double share = sense.shares[i];
      double own = shared ? share > NEGLIGIBLE ? share : 0 : region == sense.chosen ? 1 : 0;
      scores[i] =
          sense.weights[i]
              + votes.support(region, own)
              + (region == sense.pinned ? SAID_BESIDE : 0);
      if (scores[i] > best) {
        best = scores[i];
        chosen = region;
      }
    }
    sense.chosen = chosen;
    sense.score = best;
    sense.confidence = confidence(candidates, scores, chosen, best);
  }

  /** What is left after the others have had their share; a region around or within is no other. */
  private double confidence(int[] candidates, double[] scores, int chosen, double best) {
    double all = 1;
    for (int i = 0; i < candidates.length; i++) {
      boolean same = atlas.within(candidates[i], chosen) || atlas.within(chosen, candidates[i]);
      all += same ? 0 : Math.exp(SHARPNESS * (scores[i] - best));
    }
    return 1 / all;
  }

  private static void settle(Sense sense) {
    boolean located = false;
    for (var mention : sense.mentions) {
      located |= mention.located;
    }
    for (var mention : sense.mentions) {
      double score = sense.score - mention.doubt + (located ? LOCATED : 0);
      if (score < LEAST) {
        mention.drop();
      } else {
        decide(mention, sense.chosen, sense.confidence);
      }
    }
  }

  private int largest(Mention mention) {
    int largest = mention.candidates[0];
    if (mention.candidates.length == 1) {
      return largest;
    }
    for (int region : mention.candidates) {
      if (mention.name.weight(region, atlas) > mention.name.weight(largest, atlas)) {
        largest = region;
      }
    }
    return largest;
  }

  private static void decide(Mention mention, int region, double confidence) {
    mention.chosen = region;
    mention.confidence = confidence;
  }
}
