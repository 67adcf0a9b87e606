package io.tocsin.app;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Reference;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Tells what is published, one line a record, so that the changes make sense to who watches. */
final class DemoStory {
  private final UnaryOperator<String> names;
  private final Watch watch;

  DemoStory(Reference reference, Watch watch) {
    this.names = Names.of(reference);
    this.watch = watch;
  }

  void tell(Incoming record) {
    if (record instanceof NewsEvent event) {
      watch.published(event.arrivalTime(), names.apply(event.source()), report(event));
    } else if (record instanceof OfficialStatement statement) {
      watch.published(
          statement.issuedAt(), names.apply(statement.authority()), statement(statement));
    } else if (record instanceof Control control && control.type() != Control.Type.TICK) {
      watch.published(
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
}
