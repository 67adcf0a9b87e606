package io.tocsin.deliver.live;

import java.util.Locale;

/** Why a listener was sent away. */
public enum Dropped {
  /** It reads more slowly than changes come. */
  TOO_SLOW("Come again with the last event id; ask for less with entity, region or min-level."),
  /** The server ends. */
  CLOSING("Come again with the last event id."),
  /** What it missed cannot be read now. */
  UNREADABLE("Come again in a moment with the last event id.");

  private final String advice;

  Dropped(String advice) {
    this.advice = advice;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String advice() {
    return advice;
  }
}
