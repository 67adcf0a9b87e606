package io.tocsin.cli;

import io.tocsin.app.Results;

/** What became of a file's records. */
final class Tallies {
  private Tallies() {}

  static void print(Results.Tally tally, String accepted, boolean json, Screen screen) {
    if (json) {
      screen.print(
          Json.line("read", tally.read(), accepted, tally.accepted(), "refused", tally.refused()));
    } else {
      screen.say(
          "%d read, %d %s, %d refused"
              .formatted(tally.read(), tally.accepted(), accepted, tally.refused()));
    }
  }
}
