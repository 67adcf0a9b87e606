package io.tocsin.ingest.feed;

import io.tocsin.ingest.Formats;
import io.tocsin.reference.Reference;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What looks at feeds have in common.
 *
 * @param keeps whether what is known is written down; not where nothing is published
 * @param chance numbers from 0 to 1
 */
public record Gear(
    StateFolder folder,
    WebFetch web,
    Intake intake,
    Outlet outlet,
    FeedMeters meters,
    boolean keeps,
    InstantSource clock,
    DoubleSupplier chance) {

  /** To publish what there is. */
  public static Gear publishing(
      StateFolder folder,
      WebFetch web,
      Formats formats,
      Reference reference,
      Outlet outlet,
      FeedMeters meters,
      InstantSource clock,
      DoubleSupplier chance) {
    return new Gear(
        folder, web, new Intake(formats, reference), outlet, meters, true, clock, chance);
  }

  /** To see what would be published. */
  public Gear dry() {
    return new Gear(folder, web, intake, (by, records) -> List.of(), meters, false, clock, chance);
  }

  /** Looks at a feed once, now. */
  public Report look(Feed feed) throws InterruptedException {
    return new Look(feed, this, Doors.OPEN).run().report();
  }
}
