package io.tocsin.extract;

import io.tocsin.model.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sentence says happened: its cues, less what it takes back, in the light of what stands
 * around them.
 */
final class Events {
  /** More than anybody says in a sentence. */
  private static final int MOST = 16;

  private static final int ABSORBS_AHEAD = 7;
  private static final int ABSORBS_BACK = 5;
  private static final int CLAIMED = 4;

  /** What happened so many days before the report is no news of it. */
  private static final int OLD = 14;

  /** A link stays of interest, and so does a plot. */
  private static final int OLD_LINK = 730;

  private final Sentence sentence;
  private final Instant published;
  private final Polarity polarity;
  private List<Moment> moments = List.of();
  private final List<Event> events = new ArrayList<>();

  private Events(Sentence sentence, Instant published) {
    this.sentence = sentence;
    this.published = published;
    this.polarity = new Polarity(sentence);
  }

  /**
   * In the order of the text.
   *
   * @param supported whether weak cues count
   * @param frame optional: the light in which the whole report is to be read
   */
  static List<Event> of(Sentence sentence, boolean supported, Frame frame, Instant published) {
    var events = new Events(sentence, published);
    events.cues(supported);
    events.absorb();
    if (!events.events.isEmpty()) {
      events.date();
      events.frame(frame);
    }
    return events.events;
  }

  private void cues(boolean supported) {
    if (!sentence.has(Role.CLAIM)) {
      return;
    }
    boolean noAttack = false;
    for (var found : sentence.cues()) {
      var cue = Sentence.as(found, Role.CLAIM);
      if (cue == null
          || cue.weak() && !supported
          || events.size() == MOST
          || Scene.isTrade(sentence, found)) {
        continue;
      }
      if (!polarity.isNegated(found)) {
        events.add(new Event(found, cue.category(), polarity.isHedged(found)));
      } else {
        noAttack |= cue.category() == Category.ATTACK && !cue.weak();
      }
    }
    if (noAttack) {
      events.removeIf(Events::isWeakAttack);
    }
  }

  /** "The blast was no terrorist attack": then the blast is none either. */
  private static boolean isWeakAttack(Event event) {
    return event.category() == Category.ATTACK && Sentence.as(event.cue(), Role.CLAIM).weak();
  }

  /** A plot to attack is a plot, and no attack; a foiled attack is an attempt. */
  private void absorb() {
    for (int i = 0; i < events.size(); i++) {
      var intent = events.get(i);
      boolean ahead =
          switch (intent.category()) {
            case PLOT, THREAT, ATTEMPT, WARNING -> true;
            default -> false;
          };
      if (ahead) {
        boolean back =
            intent.category() == Category.ATTEMPT || intent.category() == Category.WARNING;
        events.removeIf(e -> isAbsorbed(e, intent, back));
        i = events.indexOf(intent);
      }
    }
  }

  private boolean isAbsorbed(Event event, Event intent, boolean back) {
    boolean lesser =
        event.category() == Category.ATTACK
            || event.category() == Category.PLOT && intent.category() == Category.ATTEMPT;
    if (!lesser) {
      return false;
    }
    int ahead = event.cue().firstWord() - intent.cue().endWord();
    int behind = intent.cue().firstWord() - event.cue().endWord();
    return ahead >= 0
            && ahead <= ABSORBS_AHEAD
            && polarity.reaches(intent.cue().endWord(), event.cue().firstWord())
        || back
            && behind >= 0
            && behind <= ABSORBS_BACK
            && polarity.reaches(event.cue().endWord(), intent.cue().firstWord());
  }

  private void date() {
    moments = Moments.of(sentence, published);
    int[] days = new int[events.size()];
    for (int i = 0; i < days.length; i++) {
      days[i] = days(events.get(i));
    }
    for (int i = events.size() - 1; i >= 0; i--) {
      var event = events.get(i);
      int age = days[i] < 0 ? ageOfItsKind(event.category(), days) : days[i];
      boolean known = age != 0 && event.category() == Category.ATTACK && isKnown(event.cue(), i);
      if (known || age >= oldFrom(event.category())) {
        events.set(i, event.as(Category.BACKGROUND));
      }
    }
  }

  /** What a sentence says without a time is as old as the same that it says with one. */
  private int ageOfItsKind(Category category, int[] days) {
    for (int i = 0; i < days.length; i++) {
      if (days[i] >= 0 && Sentence.as(events.get(i).cue(), Role.CLAIM).category() == category) {
        return days[i];
      }
    }
    return -1;
  }

  private static int oldFrom(Category category) {
    return switch (category) {
      case LINK, PLOT -> OLD_LINK;
      case COURT, EXERCISE, BACKGROUND, HOAX, DENIAL -> Integer.MAX_VALUE;
      default -> OLD;
    };
  }

  /** How long ago an event was by the times that belong to it, or -1 if none does. */
  private int days(Event event) {
    int days = -1;
    for (var moment : moments) {
      if (belongsToAll(moment) || owner(moment) == event) {
        days = Math.max(days, moment.days());
      }
    }
    return days;
  }

  private boolean belongsToAll(Moment moment) {
    return moments.size() == 1 && moment.firstWord() - sentence.firstWord() <= 1;
  }

  /** A time belongs to the event just behind it, else to the last one before, else to the first. */
  private Event owner(Moment moment) {
    Event before = null;
    for (var event : events) {
      int ahead = event.cue().firstWord() - moment.endWord();
      if (ahead >= 0 && ahead <= 1) {
        return event;
      }
      before = event.cue().endWord() <= moment.firstWord() ? event : before;
    }
    return before == null ? events.get(0) : before;
  }

  /**
   * "The Paris attacks", "linked to the attack", "claimed the Paris attacks": no news to a reader.
   */
  private boolean isKnown(Found<Cue> claim, int number) {
    if (number + 1 < events.size()) {
      var next = events.get(number + 1);
      int gap = next.cue().firstWord() - claim.endWord();
      if (next.isBackground()
          && gap <= CLAIMED
          && polarity.reaches(claim.endWord(), next.cue().firstWord())) {
        return true;
      }
    }
    for (var cue : sentence.cues()) {
      int ahead = claim.firstWord() - cue.endWord();
      if (ahead >= 0 && ahead <= 3 && Sentence.plays(cue, Role.KNOWN)) {
        return true;
      }
    }
    if (sentence.isHeadline() || claim.words() > 2) {
      return false;
    }
    return sentence.isNamedAfterPlace(claim);
  }

  private void frame(Frame report) {
    var own = sentence.frame();
    for (var frame : new Frame[] {own, report}) {
      if (frame != null) {
        events.replaceAll(
            e ->
                e.isBackground() && frame.seen(e.category()) != null
                    ? e
                    : e.as(frame.seen(e.category())));
        events.removeIf(e -> e.category() == null);
      }
    }
  }
}
