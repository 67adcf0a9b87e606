package io.tocsin.extract;

import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a report as an analyst would: who, where, what kind of event, how sure, and on whose word.
 * Pure and safe for threads; what a reading costs grows with the text alone, and no text makes it
 * throw.
 */
public final class Extractor {
  private final Reference reference;
  private final PlaceFinder places;
  private final Vocabulary vocabulary;
  private final Names names;
  private final Lexicon lexicon;

  /**
   * Learns all names and cues, which takes a moment: make one and keep it.
   *
   * @param places finds the regions that a text speaks of
   */
  public Extractor(Reference reference, PlaceFinder places) {
    this.reference = reference;
    this.places = places;
    this.vocabulary = new Vocabulary(places.vocabulary());
    this.names = Names.of(reference, vocabulary);
    this.lexicon = Lexicon.load(vocabulary);
  }

  /**
   * Reads a report.
   *
   * @param headline may be blank
   * @param body optional
   */
  public Reading read(String headline, String body, Context context) {
    var title = Objects.requireNonNullElse(headline, "");
    var text = Text.of(title, body, vocabulary);
    var language = Language.of(context.language()).orElseGet(() -> lexicon.language(text));
    var mentions = names.mentions(text);
    var located = apart(places.places(text, context), mentions);
    var sentences = Sentence.split(text, lexicon.cues(text, language), mentions, located);
    var claims = new ReportReader(reference.regions(), context, sentences).claims();
    return new Reading(
        text.original(),
        language.code(),
        entities(mentions),
        regions(located),
        claims,
        Fingerprint.of(title, body));
  }

  /** What an event says where its publisher did not: what was given is kept. */
  public Told read(NewsEvent event, Context context) {
    var reading = read(event.headline(), event.body(), context);
    return new Completion(reference, event, reading).told();
  }

  /**
   * What a report says that one side did to another, in the order of the text: more than what
   * claims are made of, as it needs neither a place nor a bearing on the level of a threat.
   *
   * @param headline may be blank
   * @param body optional
   */
  public List<Deed> deeds(String headline, String body, Context context) {
    var text = Text.of(Objects.requireNonNullElse(headline, ""), body);
    var language = Language.of(context.language()).orElseGet(() -> lexicon.language(text));
    return Deeds.of(Sentence.split(text, lexicon.cues(text, language), List.of(), List.of()));
  }

  /** The places that are no part of somebody's name. */
  private static List<Place> apart(List<Place> places, List<Mention> mentions) {
    var apart = new ArrayList<Place>(places.size());
    int next = 0;
    for (var place : places) {
      while (next < mentions.size() && mentions.get(next).span().to() <= place.span().from()) {
        next++;
      }
      boolean inside =
          next < mentions.size()
              && mentions.get(next).kind() != Name.Kind.AUTHORITY
              && mentions.get(next).span().overlaps(place.span());
      if (!inside) {
        apart.add(place);
      }
    }
    return apart;
  }

  private static List<Marked> entities(List<Mention> mentions) {
    var spans = new LinkedHashMap<String, List<Span>>();
    for (var mention : mentions) {
      if (mention.kind() == Name.Kind.ENTITY) {
        spans.computeIfAbsent(mention.id(), id -> new ArrayList<>(2)).add(mention.span());
      }
    }
    return marked(spans);
  }

  private static List<Marked> regions(List<Place> places) {
    var spans = new LinkedHashMap<String, List<Span>>();
    for (var place : places) {
      spans.computeIfAbsent(place.region(), id -> new ArrayList<>(2)).add(place.span());
    }
    return marked(spans);
  }

  private static List<Marked> marked(Map<String, List<Span>> spans) {
    var marked = new ArrayList<Marked>(spans.size());
    spans.forEach((id, where) -> marked.add(new Marked(id, where)));
    return marked;
  }
}
