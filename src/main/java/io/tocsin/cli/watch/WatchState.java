package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Detail;
import io.tocsin.app.LiveLevels.Sight;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.Optional;

/** Everything that the screen shows follows from this; it never changes. */
record WatchState(
    Plates plates, Size size, Picture picture, View view, Listing listing, Pane pane, Mode mode) {

  /**
   * @param least {@code null} for all levels
   */
  static WatchState start(Plates plates, Size size, Level least, Instant now) {
    return new WatchState(
        plates, size, Picture.blank(now), View.from(least), Listing.EMPTY, Pane.CLOSED, Mode.TABLE);
  }

  /** Takes in what there is now. */
  WatchState look(Sight sight, Instant now) {
    var newer = picture.look(sight, now);
    boolean same = newer.sight().standings() == picture.sight().standings();
    var next = new WatchState(plates, size, newer, view, listing, pane, mode);
    return same ? next : next.with(view);
  }

  /** The subject whose detail is to be shown. */
  Optional<Subject> wanted() {
    return pane.open() ? listing.current().map(standing -> standing.subject()) : Optional.empty();
  }

  WatchState detail(Detail detail) {
    return with(pane.with(detail));
  }

  WatchState with(Size other) {
    return new WatchState(plates, other, picture, view, listing, pane, mode).settled();
  }

  WatchState with(View other) {
    var rows = listing.with(other.of(picture.sight(), plates));
    return new WatchState(plates, size, picture, other, rows, pane, mode).settled();
  }

  WatchState with(Listing other) {
    return new WatchState(plates, size, picture, view, other, pane, mode).settled();
  }

  WatchState with(Pane other) {
    return new WatchState(plates, size, picture, view, listing, other, mode).settled();
  }

  WatchState with(Mode other) {
    return new WatchState(plates, size, picture, view, listing, pane, other);
  }

  WatchState paused(boolean stays) {
    return new WatchState(plates, size, picture.paused(stays), view, listing, pane, mode);
  }

  Layout layout() {
    return Layout.of(size, pane.open(), listing.rows().size());
  }

  private WatchState settled() {
    return new WatchState(plates, size, picture, view, listing.within(layout().rows()), pane, mode);
  }
}
