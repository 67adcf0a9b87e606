package io.tocsin.extract;

/** Finds on whose word the sentences of one report stand, one after the other. */
final class Speakers {
  private static final int NEAR = 5;
  private static final int CITES_AHEAD = 4;
  private static final int SAYS_BEHIND = 2;
  private static final int NONE = Integer.MAX_VALUE;

  private final Context context;
  private Speaker last = Speaker.NOBODY;

  Speakers(Context context) {
    this.context = context;
  }

  /** Whoever a sentence names, or whoever spoke before where it says that it is still they. */
  Speaker of(Sentence sentence) {
    var own = own(sentence);
    if (own.isNobody() && sentence.has(Role.SAME)) {
      return last;
    }
    if (sentence.has(Role.SAME)
        && own.origin() == null
        && own.attribution() != Attribution.OFFICIAL) {
      own = new Speaker(own.attribution(), last.origin(), own.confirms(), own.denies());
    }
    last = own.isNobody() ? last : own.further();
    return own;
  }

  private Speaker own(Sentence sentence) {
    if (!isSpoken(sentence)) {
      return Speaker.NOBODY;
    }
    var origin = origin(sentence);
    var attribution = attribution(sentence, origin);
    boolean official = attribution == Attribution.OFFICIAL;
    boolean denies = sentence.has(Role.DENIES) && official(sentence);
    boolean confirms = official && !denies && sentence.has(Role.CONFIRMS);
    return attribution == Attribution.UNSOURCED && !denies
        ? Speaker.NOBODY
        : new Speaker(denies ? Attribution.OFFICIAL : attribution, origin, confirms, denies);
  }

  private static boolean isSpoken(Sentence sentence) {
    return sentence.has(Role.SAYS)
        || sentence.has(Role.CITES)
        || sentence.has(Role.CONFIRMS)
        || sentence.has(Role.DENIES)
        || sentence.has(Role.SOCIAL);
  }

  private static boolean official(Sentence sentence) {
    return sentence.has(Role.OFFICIAL) || sentence.names(Name.Kind.AUTHORITY);
  }

  /** The publisher that is said to have said it, unless it is the report's own. */
  private String origin(Sentence sentence) {
    for (var mention : sentence.mentions()) {
      if (mention.kind() == Name.Kind.SOURCE
          && !mention.id().equals(context.source())
          && isCited(sentence, mention)) {
        return mention.id();
      }
    }
    return null;
  }

  private static boolean isCited(Sentence sentence, Mention mention) {
    for (var cue : sentence.cues()) {
      int before = mention.firstWord() - cue.endWord();
      int behind = cue.firstWord() - mention.endWord();
      boolean cites = before >= 0 && before <= CITES_AHEAD && Sentence.plays(cue, Role.CITES);
      boolean says =
          behind >= 0
              && behind <= SAYS_BEHIND
              && (Sentence.plays(cue, Role.SAYS) || Sentence.plays(cue, Role.CITES));
      if (cites || says) {
        return true;
      }
    }
    return false;
  }

  private static Attribution attribution(Sentence sentence, String origin) {
    if (sentence.has(Role.SOCIAL)) {
      return Attribution.SOCIAL_MEDIA;
    }
    var nearest = origin == null ? Attribution.UNSOURCED : Attribution.MEDIA;
    int distance = NONE;
    for (var found : sentence.cues()) {
      var role = speaker(found);
      int away = role == null ? NONE : awayFromSaying(sentence, found.firstWord(), found.endWord());
      boolean spoken = away <= NEAR || role == Attribution.ANONYMOUS && origin != null;
      if (spoken && away <= distance) {
        distance = away;
        nearest = role;
      }
    }
    if (nearest == Attribution.UNSOURCED || nearest == Attribution.WITNESS) {
      return unnamed(sentence, nearest);
    }
    return nearest;
  }

  /** Nobody in office: an authority by its name, the entity itself, or somebody with a name. */
  private static Attribution unnamed(Sentence sentence, Attribution nearest) {
    for (var mention : sentence.mentions()) {
      boolean speaks = awayFromSaying(sentence, mention.firstWord(), mention.endWord()) <= 1;
      if (speaks && mention.kind() == Name.Kind.AUTHORITY) {
        return Attribution.OFFICIAL;
      }
      if (speaks && mention.kind() == Name.Kind.ENTITY) {
        return Attribution.GROUP;
      }
    }
    return isPersonSpeaking(sentence) ? Attribution.NAMED_PERSON : nearest;
  }

  private static Attribution speaker(Found<Cue> found) {
    for (var cue : found.values()) {
      switch (cue.role()) {
        case OFFICIAL -> {
          return Attribution.OFFICIAL;
        }
        case ANONYMOUS -> {
          return Attribution.ANONYMOUS;
        }
        case WITNESS -> {
          return Attribution.WITNESS;
        }
        default -> {}
      }
    }
    return null;
  }

  private static int awayFromSaying(Sentence sentence, int first, int end) {
    int nearest = NONE;
    for (var cue : sentence.cues()) {
      if (isSaying(cue)) {
        int away = Sentence.distance(first, end, cue.firstWord(), cue.endWord());
        nearest = Math.min(nearest, away);
      }
    }
    return nearest;
  }

  private static boolean isSaying(Found<Cue> cue) {
    return Sentence.plays(cue, Role.SAYS)
        || Sentence.plays(cue, Role.CITES)
        || Sentence.plays(cue, Role.CONFIRMS);
  }

  /** Two words with capitals beside a word of saying, in which no other name was found. */
  private static boolean isPersonSpeaking(Sentence sentence) {
    for (var cue : sentence.cues()) {
      if (Sentence.plays(cue, Role.SAYS)
          && (isPerson(sentence, cue.firstWord() - 2) || isPerson(sentence, cue.endWord()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPerson(Sentence sentence, int first) {
    if (first < sentence.firstWord() || first + 2 > sentence.endWord()) {
      return false;
    }
    var text = sentence.text();
    boolean capitals = text.isCapitalised(first) && text.isCapitalised(first + 1);
    return capitals
        && sentence.cues().stream().noneMatch(c -> c.firstWord() < first + 2 && c.endWord() > first)
        && sentence.mentions().stream()
            .noneMatch(m -> m.firstWord() < first + 2 && m.endWord() > first)
        && sentence.places().stream()
            .noneMatch(p -> p.firstWord() < first + 2 && p.endWord() > first);
  }
}
