package io.tocsin.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The times that a sentence names: "last year", "November 13", "in 2006". */
final class Moments {
  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "since", "last", "until", "during", "im", "seit", "en", "depuis", "desde", "sinds",
          "vorigen", "early", "late", "mid", "of", "de", "في");

  private static final int MIDDLE = 15;
  private static final int FIRST_YEAR = 1900;

  /** A date further ahead than this is last year's. */
  private static final int AHEAD = 60;

  private final Sentence sentence;
  private final Text text;
  private final LocalDate published;
  private final List<Moment> moments = new ArrayList<>(2);

  private Moments(Sentence sentence, Instant published) {
    this.sentence = sentence;
    this.text = sentence.text();
    this.published = published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
  }

  /**
   * In the order of the text.
   *
   * @param published optional; without it a date says nothing
   */
  static List<Moment> of(Sentence sentence, Instant published) {
    var moments = new Moments(sentence, published);
    for (var cue : sentence.cues()) {
      moments.take(cue);
    }
    if (published != null) {
      moments.years();
    }
    return moments.moments;
  }

  private void take(Found<Cue> found) {
    var age = Sentence.as(found, Role.AGE);
    if (age != null) {
      moments.add(new Moment(found.firstWord(), found.endWord(), age.number()));
      return;
    }
    var month = Sentence.as(found, Role.MONTH);
    int first = found.firstWord();
    boolean modal = text.word(first).equals("may") && !text.isCapitalised(first);
    if (month != null && published != null && !modal) {
      date(found, month.number());
    }
  }

  private void date(Found<Cue> found, int month) {
    int first = found.firstWord();
    int end = found.endWord();
    int day = number(end);
    if (isDay(day)) {
      end++;
    } else {
      int before = isLink(first - 1) ? first - 2 : first - 1;
      day = number(before);
      first = isDay(day) ? before : first;
    }
    if (!isDay(day) && !isNamedAlone(found)) {
      return;
    }
    int next = isLink(end) ? end + 1 : end;
    int year = number(next);
    end = isYear(year) ? next + 1 : end;
    moments.add(new Moment(first, end, days(isYear(year) ? year : 0, month, day)));
  }

  private boolean isNamedAlone(Found<Cue> found) {
    int before = found.firstWord() - 1;
    return before >= sentence.firstWord() && BEFORE_MONTH.contains(text.word(before));
  }

  private boolean isLink(int word) {
    return isInside(word) && text.word(word).equals("de");
  }

  private int days(int year, int month, int day) {
    int length = Month.of(month).maxLength();
    var wanted = Math.min(isDay(day) ? day : MIDDLE, length);
    int of = year == 0 ? published.getYear() : year;
    var date = LocalDate.of(of, month, Math.min(wanted, Month.of(month).length(Year.isLeap(of))));
    if (year == 0 && ChronoUnit.DAYS.between(published, date) > AHEAD) {
      date = date.minusYears(1);
    }
    boolean same = !isDay(day) && date.getMonth() == published.getMonth();
    long days = ChronoUnit.DAYS.between(date, published);
    return days < 0 || same && days < length ? 0 : (int) days;
  }

  /** Years that stand alone: of an earlier one at least the days since it ended. */
  private void years() {
    for (int word = sentence.firstWord(); word < sentence.endWord(); word++) {
      int year = Character.isDigit(text.original().charAt(text.from(word))) ? number(word) : 0;
      if (isYear(year) && year < published.getYear() && !isPartOfDate(word)) {
        int days = (published.getYear() - year - 1) * 365 + published.getDayOfYear();
        moments.add(new Moment(word, word + 1, days));
      }
    }
    moments.sort((a, b) -> Integer.compare(a.firstWord(), b.firstWord()));
  }

  private boolean isPartOfDate(int word) {
    return moments.stream().anyMatch(m -> m.firstWord() <= word && word < m.endWord());
  }

  private boolean isYear(int number) {
    return published != null && number >= FIRST_YEAR && number <= published.getYear() + 1;
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= 31;
  }

  private boolean isInside(int word) {
    return word >= sentence.firstWord() && word < sentence.endWord();
  }

  /** A word of one to four digits as a number, also with an English ending; else -1. */
  private int number(int word) {
    if (!isInside(word) || text.to(word) - text.from(word) > 4) {
      return -1;
    }
    int number = 0;
    int digits = 0;
    for (int i = text.from(word); i < text.to(word); i++) {
      int digit = Character.digit(text.original().charAt(i), 10);
      if (digit < 0) {
        boolean ordinal = digits > 0 && digits < 3 && text.to(word) - i == 2;
        return ordinal ? number : -1;
      }
      number = number * 10 + digit;
      digits++;
    }
    return number;
  }
}
