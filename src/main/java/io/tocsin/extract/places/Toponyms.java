package io.tocsin.extract.places;

import io.tocsin.extract.Context;
import io.tocsin.extract.Phrases;
import io.tocsin.extract.Place;
import io.tocsin.extract.PlaceFinder;
import io.tocsin.extract.Span;
import io.tocsin.extract.Text;
import io.tocsin.extract.Vocabulary;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the regions of a gazetteer in texts: by all their names in one pass, told from persons and
 * organisations that are named after them, and each resolved to the one of its name that the text
 * means. Immutable; may be shared between threads.
 */
public final class Toponyms implements PlaceFinder {
  /** Of how much weight it is that a region is only hinted at. */
  private static final double DEMONYM = 0.7;

  private static final double INSTITUTION = 0.6;

  private final Atlas atlas;
  private final Heads heads = new Heads();
  private final Phrases<Name> names;

  public Toponyms(Reference reference) {
    atlas = new Atlas(reference.regions());
    names = Names.of(reference, atlas, heads);
  }

  @Override
  public List<Place> places(Text text, Context context) {
    var mentions = Scan.of(text, names);
    if (mentions.isEmpty()) {
      return List.of();
    }
    new Pins(text, atlas).settle(mentions);
    new Surroundings(text, mentions, heads, atlas).judge(mentions);
    new Choice(atlas).make(mentions, atlas.number(context.country()));
    var places = new ArrayList<Place>(mentions.size());
    for (var mention : mentions) {
      if (!mention.dropped && mention.chosen != Atlas.NOWHERE) {
        places.add(place(text, mention));
      }
    }
    return places;
  }

  @Override
  public Vocabulary vocabulary() {
    return names.vocabulary();
  }

  private Place place(Text text, Mention mention) {
    double weight =
        switch (mention.kind) {
          case NAME -> 1;
          case DEMONYM -> DEMONYM;
          case INSTITUTION -> INSTITUTION;
        };
    return new Place(
        span(text, mention), atlas.id(mention.chosen), mention.confidence * weight, mention.kind);
  }

  /**
   * The parts of the world larger than a country, and the seas, that a text names: none of them is
   * a region, and no place of their name is meant.
   */
  public List<Span> areas(Text text) {
    return Scan.of(text, names).stream()
        .filter(mention -> mention.name.role() == Name.Role.AREA)
        .map(mention -> text.span(mention.from, mention.to))
        .toList();
  }

  /** With the last dot of an abbreviation: {@code U.S.} */
  private static Span span(Text text, Mention mention) {
    var span = text.span(mention.from, mention.hasDistrict ? mention.to + 1 : mention.to);
    var original = text.original();
    boolean dotted =
        span.to() < original.length()
            && original.charAt(span.to()) == '.'
            && original.charAt(span.to() - 2 < 0 ? 0 : span.to() - 2) == '.'
            && span.length() > 2;
    return dotted ? new Span(span.from(), span.to() + 1) : span;
  }
}
