package io.tocsin.app;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Tells what is published, one line a record, so that the changes make sense to who watches. */
final class DemoStory {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int WIDTH = 100;

  private final UnaryOperator<String> names;
  private final Watch watch;

  DemoStory(Reference reference, Watch watch) {
    this.names = Names.of(reference);
    this.watch = watch;
  }

  void tell(Incoming record) {
    if (record instanceof NewsEvent event) {
      line(event.arrivalTime(), names.apply(event.source()), report(event));
    } else if (record instanceof OfficialStatement statement) {
      line(statement.issuedAt(), names.apply(statement.authority()), statement(statement));
    } else if (record instanceof Control control && control.type() != Control.Type.TICK) {
      line(
          control.at(),
          control.actor(),
          control.type().name() + (control.reason() == null ? "" : ": " + control.reason()));
    }
  }

  private static String report(NewsEvent event) {
    if (event.isRetracted()) {
      return "withdraws: " + event.headline();
    }
    return (event.revision() > 0 ? "corrects: " : "") + event.headline();
  }

  private static String statement(OfficialStatement statement) {
    var what = statement.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    var level = statement.nationalLevel() == null ? "" : " " + statement.nationalLevel();
    var text = statement.text() == null ? "" : ": " + statement.text();
    return what + level + text;
  }

  private void line(Instant at, String who, String what) {
    var text = "%s  %s: %s".formatted(MINUTE.format(at), who, what);
    watch.say(text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…");
  }
}
