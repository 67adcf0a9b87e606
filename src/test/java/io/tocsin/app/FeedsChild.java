package io.tocsin.app;

import java.time.InstantSource;

/**
 * Looks at feeds over and over in a process of its own: {@code SERVERS DATA FILE}. Says {@code
 * looking} when it has looked for the first time.
 */
public final class FeedsChild {
  private FeedsChild() {}

  public static void main(String[] args) {
    var desk = new FeedCommands(FeedsIT.options(args[0], args[1], args[2]), InstantSource.system());
    desk.poll(null, new Heard());
    System.out.println("looking");
    while (true) {
      desk.poll(null, new Heard());
    }
  }
}
