package io.tocsin.cli.watch;

import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Terminal;
import io.tocsin.cli.text.Times;
import io.tocsin.model.Level;
import java.time.Duration;
import java.util.ArrayList;

/** What is looked at, how many there are, the clock, and whether Kafka still answers. */
final class HeaderLine {
  private static final String GAP = "  ";
  private static final int LONGEST_TROUBLE = 40;
  private static final int ROOMY = 110;

  private final String cluster;
  private final Terminal look;

  HeaderLine(String cluster, Terminal look) {
    this.cluster = Cells.clean(cluster);
    this.look = look;
  }

  String of(WatchState state) {
    var right = alarm(state) + clock(state);
    int room = state.size().width() - Cells.width(right) - GAP.length();
    if (room < 1) {
      return Cells.clip(right, state.size().width());
    }
    var left = Style.BOLD.paint("tocsin", look) + GAP + Cells.fit(facts(state), room - 8);
    return Cells.left(Cells.clip(left, room), room) + GAP + right;
  }

  private String facts(WatchState state) {
    var view = state.view();
    var facts = new ArrayList<String>();
    facts.add(cluster);
    facts.add(count(state));
    if (view.least() != Level.LOW) {
      facts.add("from " + view.least());
    }
    facts.add("by " + view.sort().word());
    if (!view.overall()) {
      facts.add("without overall");
    }
    if (!view.filter().isBlank()) {
      facts.add("/" + Cells.clean(view.filter()));
    }
    return String.join(GAP, facts);
  }

  private static String count(WatchState state) {
    var sight = state.picture().sight();
    if (!sight.complete()) {
      return "reading what there is";
    }
    int shown = state.listing().rows().size();
    int all = sight.standings().size();
    return shown == all ? all + " subjects" : shown + " of " + all + " subjects";
  }

  /** Without the date where there is little room. */
  private static String clock(WatchState state) {
    var second = Times.second(state.picture().now());
    return state.size().width() < ROOMY ? second.substring(second.indexOf(' ') + 1) : second;
  }

  private String alarm(WatchState state) {
    var picture = state.picture();
    var alarm = "";
    if (picture.sight().lostSince() != null) {
      var gone = Duration.between(picture.sight().lostSince(), picture.now());
      alarm = Style.BAD.paint("no answer for " + Times.lasting(whole(gone)), look) + GAP;
    } else if (picture.sight().trouble() != null) {
      var trouble = Cells.fit(Cells.clean(picture.sight().trouble()), LONGEST_TROUBLE);
      alarm = Style.BAD.paint(trouble, look) + GAP;
    }
    if (picture.paused()) {
      alarm += Style.CAREFUL.paint(picture.more() ? "paused, more came" : "paused", look) + GAP;
    }
    return alarm;
  }

  private static Duration whole(Duration gone) {
    return Duration.ofSeconds(Math.max(1, gone.toSeconds()));
  }
}
