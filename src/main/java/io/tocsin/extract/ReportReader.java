package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Subject;
import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.List;

/** Reads one report, sentence by sentence. */
final class ReportReader {
  /** For so many sentences a place need not be said again. */
  private static final int REMEMBERED = 2;

  private static final int LEAD = 3;
  private static final int FRAMED = 2;
  private static final int FRAMES = Frame.values().length;

  private final Regions regions;
  private final Context context;
  private final List<Sentence> sentences;
  private final Focus focus;
  private final Frame frame;
  private final boolean supported;
  private final Speakers speakers;
  private final Gathering gathering = new Gathering();
  private int headlineSentences;
  private List<Located> recent = List.of();
  private int recentSentence;

  ReportReader(Regions regions, Context context, List<Sentence> sentences) {
    this.regions = regions;
    this.context = context;
    this.sentences = sentences;
    this.focus = Focus.of(sentences);
    this.frame = frame(sentences);
    this.supported =
        focus.entity() != null || !context.entities().isEmpty() || isSupported(sentences);
    this.speakers = new Speakers(context);
  }

  List<ReadClaim> claims() {
    for (var sentence : sentences) {
      headlineSentences += sentence.isHeadline() ? 1 : 0;
    }
    sentences.forEach(this::read);
    return gathering.claims();
  }

  private void read(Sentence sentence) {
    if (sentence.cues().isEmpty()) {
      return;
    }
    var speaker = speakers.of(sentence);
    if (speaker.denies() && sentence.has(Role.DENIES)) {
      deny(sentence, speaker);
      return;
    }
    boolean here = supported || isSupported(sentence);
    var events = Events.of(sentence, here, frame, context.published());
    if (events.isEmpty() && here) {
      events = framed(sentence);
    }
    if (!events.isEmpty()) {
      claim(sentence, events, speaker);
    }
  }

  /** A hoax and an exercise are told in one word. */
  private static List<Event> framed(Sentence sentence) {
    var frame = sentence.frame();
    return frame == Frame.HOAX || frame == Frame.EXERCISE
        ? List.of(new Event(sentence.first(Role.FRAME), frame.seen(Category.OTHER), false))
        : List.of();
  }

  private void claim(Sentence sentence, List<Event> events, Speaker speaker) {
    var whereabouts = new Whereabouts(sentence, events, regions);
    var seen = new ArrayList<Located>();
    for (var event : events) {
      var own = apart(sentence, whereabouts.of(event));
      var places = own.isEmpty() ? inherited(sentence) : own;
      for (var place : places) {
        claim(sentence, event, speaker, place, !own.isEmpty());
      }
      if (!event.isBackground()) {
        seen.addAll(own);
      }
    }
    if (!seen.isEmpty()) {
      recent = List.copyOf(seen);
      recentSentence = sentence.number();
    }
  }

  /** An authority's name says where something happened only where the report names no place. */
  private List<Located> apart(Sentence sentence, List<Located> own) {
    boolean named = focus.region() != null && focus.region().place().kind() == Place.Kind.NAME;
    return named && !own.isEmpty() && own.stream().allMatch(sentence::isAuthority)
        ? List.of()
        : own;
  }

  private List<Located> inherited(Sentence sentence) {
    if (!recent.isEmpty() && sentence.number() - recentSentence <= REMEMBERED) {
      return recent;
    }
    return focus.region() == null
        ? context.regions().stream().map(Located::told).toList()
        : List.of(focus.region());
  }

  private void claim(
      Sentence sentence, Event event, Speaker speaker, Located place, boolean regionHere) {
    var named = named(sentence, event);
    var cue = Sentence.as(event.cue(), Role.CLAIM);
    boolean entityHere = !named.isEmpty() || focus.entity() == null;
    double salience =
        Salience.of(
                behindHeadline(sentence),
                regionHere || place.isTold(),
                entityHere,
                cue != null && cue.weak())
            * (regionHere ? place.place().confidence() : 1);
    var region = place.place();
    if (named.isEmpty()) {
      var spans = List.of(event.cue().span(), region.span());
      gathering.add(fallback(), region.region(), event, speaker, salience, spans);
    }
    for (var mention : named) {
      var spans = List.of(event.cue().span(), region.span(), mention.span());
      gathering.add(mention.id(), region.region(), event, speaker, salience, spans);
    }
  }

  private int behindHeadline(Sentence sentence) {
    return sentence.isHeadline() ? -1 : sentence.number() - headlineSentences;
  }

  private String fallback() {
    return focus.entity() == null ? Subject.UNATTRIBUTED : focus.entity();
  }

  /** The entity nearest to an event, with those that are named in one breath with it. */
  private static List<Mention> named(Sentence sentence, Event event) {
    var all = sentence.entities();
    int nearest = -1;
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < all.size(); i++) {
      var cue = event.cue();
      int away =
          Sentence.distance(
              all.get(i).firstWord(), all.get(i).endWord(), cue.firstWord(), cue.endWord());
      nearest = away < distance ? i : nearest;
      distance = Math.min(away, distance);
    }
    if (nearest < 0) {
      return all;
    }
    int from = nearest;
    while (from > 0 && all.get(from).firstWord() - all.get(from - 1).endWord() <= 1) {
      from--;
    }
    int to = nearest + 1;
    while (to < all.size() && all.get(to).firstWord() - all.get(to - 1).endWord() <= 1) {
      to++;
    }
    return all.subList(from, to);
  }

  /** Somebody in office says that it is not so: of what the sentence names, else of the report. */
  private void deny(Sentence sentence, Speaker speaker) {
    var foremost = gathering.foremost();
    var cue = sentence.first(Role.DENIES);
    var event = new Event(cue, Category.DENIAL, false);
    var places = new Whereabouts(sentence, List.of(event), regions).of(event);
    boolean here = places.stream().anyMatch(p -> p.place().kind() == Place.Kind.NAME);
    if (here || foremost == null) {
      (places.isEmpty() ? inherited(sentence) : places)
          .forEach(place -> claim(sentence, event, speaker, place, here));
    } else {
      var named = named(sentence, event);
      var entity = named.isEmpty() ? foremost.entity() : named.get(0).id();
      double salience = Salience.of(behindHeadline(sentence), false, true, false);
      gathering.add(entity, foremost.region(), event, speaker, salience, List.of(cue.span()));
    }
  }

  /** The light in which a headline, or most of a report about nobody, sets the whole. */
  private static Frame frame(List<Sentence> sentences) {
    int[] counts = new int[FRAMES];
    boolean entities = false;
    for (var sentence : sentences) {
      var own = sentence.frame();
      if (own != null && own.coversReport() && sentence.isHeadline()) {
        return own;
      }
      if (own != null) {
        counts[own.ordinal()]++;
      }
      entities |= sentence.names(Name.Kind.ENTITY);
    }
    if (entities) {
      return null;
    }
    if (counts[Frame.SPORT.ordinal()] >= FRAMED) {
      return Frame.SPORT;
    }
    return counts[Frame.FICTION.ordinal()] >= FRAMED ? Frame.FICTION : null;
  }

  /** Whether the report speaks of terrorism where it begins. */
  private static boolean isSupported(List<Sentence> sentences) {
    for (var sentence : sentences.subList(0, Math.min(LEAD, sentences.size()))) {
      if (isSupported(sentence)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSupported(Sentence sentence) {
    if (sentence.has(Role.SUPPORT)) {
      return true;
    }
    for (var found : sentence.cues()) {
      var cue = Sentence.as(found, Role.CLAIM);
      boolean strong = cue != null && !cue.weak() && cue.category() != Category.OTHER;
      boolean known =
          cue != null && cue.category() == Category.ATTACK && sentence.isNamedAfterPlace(found);
      if (strong || known) {
        return true;
      }
    }
    return false;
  }
}
