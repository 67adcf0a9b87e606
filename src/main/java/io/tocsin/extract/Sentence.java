package io.tocsin.extract;

import io.tocsin.model.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with all that was found in it, each in the order of the text.
 *
 * @param roles which roles its cues play, a bit each
 */
record Sentence(
    Text text,
    int number,
    int firstWord,
    int endWord,
    List<Found<Cue>> cues,
    int roles,
    List<Mention> mentions,
    List<Located> places) {
  private static final Glossary BEARERS =
      Glossary.of(
          "ringleader",
          "attacker",
          "attackers",
          "bomber",
          "bombers",
          "mastermind",
          "suspect",
          "suspects",
          "plotter",
          "plotters",
          "gunman",
          "gunmen",
          "cell",
          "killer",
          "terrorist",
          "terrorists",
          "massacre",
          "victims",
          "survivors");

  private static final Glossary LOCATIVES =
      Glossary.of(
          "in", "at", "near", "à", "a", "en", "te", "nahe", "bei", "dans", "around", "outside");

  /** The sentences of a text with what was found in the whole of it. */
  static List<Sentence> split(
      Text text, List<Found<Cue>> cues, List<Mention> mentions, List<Place> places) {
    var located = new ArrayList<Located>(places.size());
    places.forEach(place -> located.add(Located.in(text, place)));
    var sentences = new ArrayList<Sentence>(text.sentences());
    int cue = 0;
    int mention = 0;
    int place = 0;
    for (int s = 0; s < text.sentences(); s++) {
      int end = text.sentenceEnd(s);
      int firstCue = cue;
      int roles = 0;
      while (cue < cues.size() && cues.get(cue).firstWord() < end) {
        roles |= roles(cues.get(cue++));
      }
      int firstMention = mention;
      while (mention < mentions.size() && mentions.get(mention).firstWord() < end) {
        mention++;
      }
      int firstPlace = place;
      while (place < located.size() && located.get(place).firstWord() < end) {
        place++;
      }
      sentences.add(
          new Sentence(
              text,
              s,
              text.sentenceStart(s),
              end,
              cues.subList(firstCue, cue),
              roles,
              mentions.subList(firstMention, mention),
              located.subList(firstPlace, place)));
    }
    return sentences;
  }

  private static int roles(Found<Cue> found) {
    int roles = 0;
    for (int i = 0; i < found.values().size(); i++) {
      roles |= 1 << found.values().get(i).role().ordinal();
    }
    return roles;
  }

  boolean isHeadline() {
    return firstWord < text.headlineWords();
  }

  boolean has(Role role) {
    return (roles & 1 << role.ordinal()) != 0;
  }

  /** Whether somebody of a kind is named. */
  boolean names(Name.Kind kind) {
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** The entities that are named. */
  List<Mention> entities() {
    if (!names(Name.Kind.ENTITY)) {
      return List.of();
    }
    var entities = new ArrayList<Mention>(mentions.size());
    for (var mention : mentions) {
      if (mention.kind() == Name.Kind.ENTITY) {
        entities.add(mention);
      }
    }
    return entities;
  }

  /** The first cue of a role; {@code null} without one. */
  Found<Cue> first(Role role) {
    for (var cue : cues) {
      if (plays(cue, role)) {
        return cue;
      }
    }
    return null;
  }

  static boolean plays(Found<Cue> found, Role role) {
    return as(found, role) != null;
  }

  /** What a phrase says in a role; {@code null} if it does not play it. */
  static Cue as(Found<Cue> found, Role role) {
    var values = found.values();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).role() == role) {
        return values.get(i);
      }
    }
    return null;
  }

  /** Whether a place only tells what somebody is known from: "the Paris ringleader". */
  boolean isNamesake(Located place) {
    int next = place.endWord();
    if (next >= endWord || text.from(next) - text.to(next - 1) != 1) {
      return false;
    }
    int before = place.firstWord() - 1;
    boolean located = before >= firstWord && LOCATIVES.has(text, before);
    return !located && (BEARERS.has(text, next) || isNamedAfterPlace(next));
  }

  /** Whether a word behind a place says what happened there. */
  boolean isBeforeCue(Located place) {
    return isNamedAfterPlace(place.endWord());
  }

  private boolean isNamedAfterPlace(int word) {
    for (var cue : cues) {
      var claim = as(cue, Role.CLAIM);
      if (cue.firstWord() == word && claim != null && claim.category() == Category.ATTACK) {
        return isNamedAfterPlace(cue);
      }
    }
    return false;
  }

  /** "The Paris attacks", and not "in Paris attacks". */
  boolean isNamedAfterPlace(Found<Cue> claim) {
    for (var place : places) {
      if (place.endWord() == claim.firstWord()) {
        int before = place.firstWord() - 1;
        return before < firstWord || !LOCATIVES.has(text, before);
      }
    }
    return false;
  }

  boolean isInPlace(int word) {
    for (var place : places) {
      if (place.firstWord() <= word && word < place.endWord()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a place is told by nothing but an authority's name: "Counter Terrorism Policing". */
  boolean isAuthority(Located place) {
    for (var mention : mentions) {
      if (mention.kind() == Name.Kind.AUTHORITY
          && !place.isTold()
          && place.place().kind() == Place.Kind.INSTITUTION
          && mention.span().overlaps(place.place().span())) {
        return true;
      }
    }
    return false;
  }

  /** The weightiest frame that the sentence's cues set; {@code null} without one. */
  Frame frame() {
    if (!has(Role.FRAME)) {
      return null;
    }
    Frame weightiest = null;
    for (var found : cues) {
      var cue = as(found, Role.FRAME);
      boolean weightier =
          cue != null && (weightiest == null || cue.frame().compareTo(weightiest) < 0);
      if (weightier && !(cue.frame() == Frame.COURT && Scene.isVictim(this, found))) {
        weightiest = cue.frame();
      }
    }
    return weightiest;
  }

  /** How many words lie between two stretches; 0 where they touch or overlap. */
  static int distance(int first, int end, int otherFirst, int otherEnd) {
    return Math.max(0, Math.max(otherFirst - end, first - otherEnd));
  }

  /** Whether a cue of a role stands between two words. */
  boolean isBetween(Role role, int word, int endWord) {
    if (!has(role)) {
      return false;
    }
    for (var cue : cues) {
      if (cue.firstWord() >= word && cue.endWord() <= endWord && plays(cue, role)) {
        return true;
      }
    }
    return false;
  }
}
