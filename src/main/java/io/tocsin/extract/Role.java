package io.tocsin.extract;

/** What a cue phrase does to the sentence that it stands in. */
enum Role {
  /** Says what happened: one claim of a category. */
  CLAIM,
  /** Says what one side did to another, where no claim comes of it. */
  KIND,
  /** Speaks about what comes behind, which is not what happened. */
  ABOUT,
  /** What reads like a cue and is none. */
  NOTHING,
  /** Takes back what follows. */
  NEGATION,
  /** Takes back what went before. */
  NEGATION_BACK,
  /** Says that it is not certain. */
  HEDGE,
  /** Ends the reach of what negates, and of what intends. */
  STOP,
  /** Sets the whole sentence in another light. */
  FRAME,
  /** How many days ago. */
  AGE,
  /** A month's name. */
  MONTH,
  /** Speaks of terrorism without saying what happened. */
  SUPPORT,
  /** Somebody in office. */
  OFFICIAL,
  /** Somebody who is not named and knows. */
  ANONYMOUS,
  /** Somebody who saw it. */
  WITNESS,
  /** What somebody put on the net. */
  SOCIAL,
  /** Whoever spoke before. */
  SAME,
  /** Says that somebody says. */
  SAYS,
  /** Stands before the source of a report. */
  CITES,
  /** Says that it is so. */
  CONFIRMS,
  /** Says that it is not so. */
  DENIES,
  /** Points to an event that the reader knows. */
  KNOWN,
  /** A word that shows the language. */
  LANGUAGE
}
