package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims of a report, one for each entity, region, category and cited publisher. */
final class Gathering {
  /** A report that says one thing over and over does not say it the more. */
  private static final int MAX_SPANS = 100;

  private static final double CENT = 100;

  private final Map<Key, Draft> drafts = new LinkedHashMap<>();

  /** What makes a claim one of its own; {@code origin} is {@code null} without one. */
  private record Key(String entity, String region, Category category, String origin) {
    /** By what tells most claims apart; the one that records have is slow to begin with. */
    @Override
    public int hashCode() {
      return (entity.hashCode() * 31 + region.hashCode()) * 31 + category.ordinal();
    }
  }

  /** What is known of one claim so far. */
  private static final class Draft {
    private final Key key;
    private final List<Span> spans = new ArrayList<>(4);
    private Attribution attribution = Attribution.UNSOURCED;
    private Credibility credibility = Credibility.CANNOT_BE_JUDGED;
    private double salience;

    private Draft(Key key) {
      this.key = key;
    }

    private void add(Attribution by, Credibility worth, double weight, Iterable<Span> where) {
      if (worth.compareTo(credibility) < 0 || attribution == Attribution.UNSOURCED) {
        attribution = by;
        credibility = worth;
      }
      salience = Math.max(salience, weight);
      for (var span : where) {
        if (span.length() > 0 && spans.size() < MAX_SPANS && !spans.contains(span)) {
          spans.add(span);
        }
      }
    }

    private List<Span> inOrder() {
      var ordered = new ArrayList<>(spans);
      ordered.sort(null);
      return ordered;
    }

    private boolean isUnsourced() {
      return attribution == Attribution.UNSOURCED && key.origin() == null;
    }

    private ReadClaim claim() {
      double rounded = Math.max(1, Math.round(salience * CENT)) / CENT;
      return new ReadClaim(
          key.entity(),
          key.region(),
          key.category(),
          credibility,
          rounded,
          key.origin(),
          attribution,
          inOrder());
    }
  }

  void add(
      String entity,
      String region,
      Event event,
      Speaker speaker,
      double salience,
      List<Span> spans) {
    var key = new Key(entity, region, event.category(), speaker.origin());
    boolean hedged = event.hedged() && !speaker.confirms();
    drafts
        .computeIfAbsent(key, Draft::new)
        .add(speaker.attribution(), speaker.attribution().credibility(hedged), salience, spans);
  }

  /** The most salient claim that is of a threat; {@code null} if there is none. */
  ReadClaim foremost() {
    return drafts.values().stream()
        .filter(d -> d.key.category() != Category.BACKGROUND && !d.key.category().refutes())
        .map(Draft::claim)
        .min(ReadClaim.ORDER)
        .orElse(null);
  }

  /**
   * The claims, the most salient first. What stands unsourced in one sentence and on somebody's
   * word in another is one claim.
   */
  List<ReadClaim> claims() {
    var sourced = new LinkedHashMap<Key, Draft>();
    for (var draft : drafts.values()) {
      if (!draft.isUnsourced()) {
        sourced.putIfAbsent(subject(draft), draft);
      }
    }
    var claims = new ArrayList<Draft>(drafts.size());
    for (var draft : drafts.values()) {
      var fuller = draft.isUnsourced() ? sourced.get(subject(draft)) : null;
      if (fuller == null) {
        claims.add(draft);
      } else {
        fuller.add(fuller.attribution, fuller.credibility, draft.salience, draft.spans);
      }
    }
    return claims.stream().map(Draft::claim).sorted(ReadClaim.ORDER).toList();
  }

  private static Key subject(Draft draft) {
    var key = draft.key;
    return new Key(key.entity(), key.region(), key.category(), null);
  }
}
