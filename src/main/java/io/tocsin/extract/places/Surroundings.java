package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import io.tocsin.extract.places.Heads.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a name stands for its place, for what is named after it, or for who rules it. */
final class Surroundings {
  /** No name of a person or an organisation that anyone prints is longer. */
  private static final int LONGEST_RUN = 6;

  private static final int LONGEST_ACRONYM = 5;

  /** What may stand behind a place's name, the weightiest first. */
  private static final Kind[] BEHIND = {
    Kind.NAMESAKE, Kind.AUTHORITY, Kind.FACILITY, Kind.OFFICE, Kind.PART
  };

  private static final Glossary OF = Glossary.of("of", "de", "von");
  private static final Glossary AND = Glossary.of("and", "et", "und", "y", "e", "en");
  private static final Glossary HAS = Glossary.of("has");
  private static final Glossary THE = Glossary.of("the");
  private static final Glossary ACCORDING = Glossary.of("according");

  /** In decades of population, as are the doubts. */
  private static final double LARGE = 6.3;

  private static final double SEAT = 5;
  private static final double CAPITALISED_BESIDE = 1;

  private final Text text;
  private final Heads heads;
  private final Atlas atlas;
  private final Mention[] at;
  private final Titles titles;
  private final Phrasing phrases;

  /** Names that a person of this text bears. */
  private final Set<Name> persons = new HashSet<>();

  Surroundings(Text text, List<Mention> mentions, Heads heads, Atlas atlas) {
    this.text = text;
    this.heads = heads;
    this.atlas = atlas;
    at = new Mention[text.words()];
    for (var mention : mentions) {
      Arrays.fill(at, mention.from, mention.to, mention);
    }
    titles = new Titles(text);
    phrases = new Phrasing(text, heads);
  }

  /** Drops what is no place and turns what stands for who rules it. */
  void judge(List<Mention> mentions) {
    for (var mention : mentions) {
      if (mention.name.role() == Name.Role.DECOY || mention.name.role() == Name.Role.AREA) {
        mention.drop();
      } else if (mention.name.role() == Name.Role.REGION && mention.candidates.length > 0) {
        judge(mention);
      }
    }
    for (var mention : mentions) {
      if (persons.contains(mention.name) && !mention.located && !mention.pinned) {
        mention.drop();
      }
    }
  }

  private void judge(Mention mention) {
    mention.located = isLocated(mention);
    if (mention.pinned) {
      return;
    }
    if (isAddress(mention) || isOrdinary(mention) || isAcronym(mention)) {
      mention.drop();
      return;
    }
    right(mention);
    left(mention);
    holder(mention);
    speech(mention);
  }

  private boolean isOrdinary(Mention mention) {
    return mention.name.ordinary()
        && !isByInitials(mention)
        && (!isSaidAsPlace(mention) || titles.isTitled(mention.from) || phrases.isDated(mention));
  }

  /** Behind a preposition, beside another place, or in {@code the Nice attack}. */
  private boolean isSaidAsPlace(Mention mention) {
    int before = mention.from - 1;
    if (before < 0) {
      return false;
    }
    boolean beside = AND.has(text, before) && before > 0 && isPlace(at[before - 1]);
    boolean named = beside || THE.has(text, before) && phrases.isScene(mention);
    return isAfterLocative(before)
        || (named || phrases.isStruck(mention) || isCitySpokenOf(mention)) && isJoined(before);
  }

  /** Smaller places bear the names of persons more often than persons bear theirs. */
  private boolean isCitySpokenOf(Mention mention) {
    return phrases.isSubject(mention) && isAtLeast(mention, SEAT);
  }

  private static boolean isPlace(Mention mention) {
    return mention != null && mention.names() && mention.candidates.length > 0;
  }

  /** An organisation's letters that happen to spell a place: {@code FAO}. */
  private boolean isAcronym(Mention mention) {
    return mention.isSingle()
        && !text.hasLowerCase(mention.from)
        && mention.name.capital() >= 0
        && !isByInitials(mention)
        && text.to(mention.from) - text.from(mention.from) <= LONGEST_ACRONYM
        && !isShouted(mention.from);
  }

  private boolean isByInitials(Mention mention) {
    return mention.name.initials().length > 0 && !text.hasLowerCase(mention.from);
  }

  private boolean isShouted(int word) {
    int sentence = text.sentenceOf(word);
    int small = 0;
    int from = Math.max(text.sentenceStart(sentence), word - LONGEST_RUN);
    int to = Math.min(text.sentenceEnd(sentence), word + LONGEST_RUN);
    for (int other = from; other < to; other++) {
      small += text.hasLowerCase(other) ? 1 : 0;
    }
    return 2 * small < to - from;
  }

  /** Part of a web address, a tag or a handle, or of the name of a currency. */
  private boolean isAddress(Mention mention) {
    char before = before(mention.from);
    int end = text.to(mention.to - 1);
    char after = end < text.original().length() ? text.original().charAt(end) : ' ';
    return "@_".indexOf(before) >= 0
        || "@_$".indexOf(after) >= 0
        || before == '.' && mention.from > 0 && gap(mention.from - 1) == 1
        || after == '.'
            && mention.to < text.words()
            && gap(mention.to - 1) == 1
            && !text.isCapitalised(mention.to);
  }

  private void right(Mention mention) {
    int next = mention.to;
    if (next >= text.words()) {
      return;
    }
    if (isJoined(next - 1) && heads.is(text, next, Kind.EPONYM)) {
      mention.drop();
      return;
    }
    if (!isBesideCapital(next - 1, next)) {
      return;
    }
    if (heads.is(text, next, Kind.DISTRICT)) {
      mention.hasDistrict = at[next] == null || at[next].isSingle();
      if (at[next] != null) {
        at[next].drop();
      }
      return;
    }
    var kind = head(next);
    if (kind == null && at[next] != null && at[next].names()) {
      neighbour(mention, at[next]);
      return;
    }
    if (kind == Kind.NAMESAKE) {
      mention.drop();
    } else if (kind == Kind.AUTHORITY) {
      mention.kind = Place.Kind.INSTITUTION;
    } else if (kind == null && !titles.isTitled(mention.from)) {
      stranger(mention, next);
    }
  }

  /** A place right before another is neither, as a rule, but a person: {@code David Paterson}. */
  private void neighbour(Mention mention, Mention next) {
    if (titles.isTitled(mention.from) || next.pinned || !mention.isSingle() || isCountry(next)) {
      return;
    }
    if (mention.name.given()) {
      person(mention);
    } else if (!isLarge(mention) && !isLarge(next) && next.isSingle()) {
      person(mention);
      person(next);
    }
  }

  /** What follows is capitalised and unknown: a surname, a team, a company. */
  private void stranger(Mention mention, int next) {
    if (mention.name.given()) {
      person(mention);
      return;
    }
    mention.doubt += CAPITALISED_BESIDE;
    boolean two = next + 1 < text.words() && isBesideCapital(next, next + 1);
    if (two && !mention.located && !isCountry(mention)) {
      mention.drop();
    }
  }

  private boolean isCountry(Mention mention) {
    for (int region : mention.candidates) {
      if (atlas.isCountry(region)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLarge(Mention mention) {
    return isAtLeast(mention, LARGE);
  }

  private boolean isAtLeast(Mention mention, double decades) {
    for (int region : mention.candidates) {
      if (atlas.prior(region) >= decades) {
        return true;
      }
    }
    return false;
  }

  /** What the capitalised words from here on make of the name before them; null where unknown. */
  private Kind head(int first) {
    Kind found = null;
    for (int word = first; word < Math.min(text.words(), first + LONGEST_RUN); word++) {
      if (word > first && !isBesideCapital(word - 1, word)) {
        break;
      }
      int kinds = heads.of(text, word);
      for (var kind : BEHIND) {
        if (Heads.has(kinds, kind)) {
          found = kind;
          break;
        }
      }
      if (found == Kind.OFFICE || found == Kind.NAMESAKE) {
        break;
      }
    }
    return found;
  }

  private void left(Mention mention) {
    int before = mention.from - 1;
    if (before < 0 || titles.isTitled(mention.from) && !mention.isSingle()) {
      return;
    }
    if (isInitialBefore(before)) {
      person(mention);
      return;
    }
    if (!isBesideCapital(before, mention.from) || at[before] != null && !at[before].dropped) {
      return;
    }
    int kinds = heads.of(text, before);
    boolean begins = text.sentenceStart(text.sentenceOf(before)) == before;
    if (Heads.has(kinds, Kind.TITLE) || Heads.has(kinds, Kind.GIVEN)) {
      person(mention);
    } else if (Heads.has(kinds, Kind.FEATURE)) {
      mention.drop();
    } else if (!Heads.has(kinds, Kind.PART)
        && !Heads.has(kinds, Kind.LOCATIVE)
        && !begins
        && !titles.isTitled(mention.from)) {
      if (mention.isSingle() && !isCountry(mention) && !isLarge(mention)) {
        person(mention);
      } else {
        mention.doubt += CAPITALISED_BESIDE;
      }
    }
  }

  /** {@code J. London}. */
  private boolean isInitialBefore(int before) {
    return text.to(before) - text.from(before) == 1
        && text.isCapitalised(before)
        && gap(before) == 2
        && text.isBetween(before, '.');
  }

  /** {@code University of Texas}, {@code Duke of York}, {@code Ministry of}. */
  private void holder(Mention mention) {
    int of = mention.from - 1;
    if (of < 1 || !text.isCapitalised(of - 1) || !isJoined(of - 1) || !isOf(of)) {
      return;
    }
    int kinds = heads.of(text, of - 1);
    if (Heads.has(kinds, Kind.HOLDER)) {
      mention.drop();
    } else if (Heads.has(kinds, Kind.AUTHORITY)) {
      mention.kind = Place.Kind.INSTITUTION;
    }
  }

  private boolean isOf(int word) {
    return OF.has(text, word);
  }

  /** A capital that says something is its government: {@code Washington said}. */
  private void speech(Mention mention) {
    if (mention.located || !mention.isSingle() || mention.to >= text.words()) {
      return;
    }
    int next = mention.to;
    if (HAS.has(text, next) && next + 1 < text.words()) {
      next++;
    }
    if (!heads.is(text, next, Kind.SPEECH) || !isJoined(mention.to - 1)) {
      return;
    }
    for (int region : mention.candidates) {
      if (atlas.isCapital(region) && atlas.prior(region) >= SEAT && !isCountry(mention)) {
        mention.kind = Place.Kind.INSTITUTION;
        mention.candidates = new int[] {atlas.country(region)};
        return;
      }
    }
    mention.doubt += CAPITALISED_BESIDE;
  }

  private void person(Mention mention) {
    mention.drop();
    if (mention.isSingle()) {
      persons.add(mention.name);
    }
  }

  /** Past an article and what says which part of it. */
  private boolean isLocated(Mention mention) {
    int before = mention.from - 1;
    if (before >= 0 && (THE.has(text, before) || isPart(before))) {
      before--;
    }
    return isAfterLocative(before);
  }

  /** But for {@code according to}. */
  private boolean isAfterLocative(int before) {
    return before >= 0
        && (heads.is(text, before, Kind.LOCATIVE) || isFrenchAt(before))
        && isJoined(before)
        && !(before > 0 && ACCORDING.has(text, before - 1));
  }

  /** {@code à}, which folded is an article of English. */
  private boolean isFrenchAt(int word) {
    char letter = text.original().charAt(text.from(word));
    return text.to(word) - text.from(word) == 1 && (letter == 'à' || letter == 'À');
  }

  private boolean isPart(int word) {
    return heads.is(text, word, Kind.PART);
  }

  /** Both words capitalised, a space or a hyphen between them and nothing else. */
  private boolean isBesideCapital(int word, int next) {
    int other = word + 1 == next && at[next] != null && at[next].from == next ? word : next;
    return isJoined(word)
        && text.isCapitalised(word)
        && text.isCapitalised(next)
        && (text.to(other) - text.from(other) > 1);
  }

  private boolean isJoined(int word) {
    return Phrasing.isJoined(text, word);
  }

  private int gap(int word) {
    return text.from(word + 1) - text.to(word);
  }

  private char before(int word) {
    return text.from(word) == 0 ? ' ' : text.original().charAt(text.from(word) - 1);
  }
}
