package io.tocsin.deliver.webhook.template;

import io.tocsin.deliver.notice.Direction;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A message in plain words. */
final class Wording {
  private final Letterhead letterhead;

  Wording(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /** One line for the whole message. */
  String title(Message message) {
    var changes = message.changes();
    var gravest = gravest(changes);
    var title = prefix(message.kind()) + line(gravest);
    return changes.size() == 1 ? title : title + ", and %d more".formatted(changes.size() - 1);
  }

  /** {@code ▲ Islamic State in Birmingham: LOW → SEVERE}. */
  String line(AlertLevelChange change) {
    var arrow = Direction.of(change) == Direction.UP ? "▲" : "▼";
    return "%s %s: %s → %s"
        .formatted(arrow, subject(change), change.previousLevel(), change.level());
  }

  /** Both ledgers, and what it goes by. */
  String detail(AlertLevelChange change) {
    var words =
        new StringBuilder(
            "declared %s, reported %s".formatted(change.declared(), change.reported()));
    words.append(", ").append(change.cause().name().toLowerCase(Locale.ROOT));
    if (!change.evidence().isEmpty()) {
      var heaviest = change.evidence().get(0);
      words
          .append(": ")
          .append(heaviest.headline())
          .append(" (")
          .append(name(heaviest.source()))
          .append(')');
    } else if (!change.declarations().isEmpty()) {
      words.append(" by ").append(name(change.declarations().get(0).authority()));
    }
    return words.toString();
  }

  String subject(AlertLevelChange change) {
    var region = name(change.region());
    return switch (change.entity()) {
      case Subject.OVERALL -> region;
      case Subject.UNATTRIBUTED -> "unattributed in " + region;
      default -> name(change.entity()) + " in " + region;
    };
  }

  String name(String id) {
    return letterhead.names().apply(id);
  }

  /** Where people look a subject up; {@code null} where there is no such place. */
  String link(AlertLevelChange change) {
    return letterhead.console() == null
        ? null
        : "%s/subject/%s/%s"
            .formatted(letterhead.console(), path(change.entity()), path(change.region()));
  }

  static AlertLevelChange gravest(List<AlertLevelChange> changes) {
    var gravest = changes.get(0);
    for (var change : changes) {
      if (change.level().isAbove(gravest.level())) {
        gravest = change;
      }
    }
    return gravest;
  }

  private static String prefix(Message.Kind kind) {
    return switch (kind) {
      case CHANGE -> "";
      case TEST -> "Test: ";
      case REMINDER -> "Still: ";
      case AFTER_SILENCE -> "After a silence: ";
    };
  }

  private static String path(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
