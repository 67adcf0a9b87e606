package io.tocsin.deliver.cap;

import io.tocsin.deliver.notice.Direction;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A change in plain English. */
final class Text {
  static final String EVENT = "Threat level change";
  static final String NOTE =
      "Computed from news and official statements under a stated policy."
          + " This is not a warning by an authority.";
  static final String RESTRICTION = "For those who subscribed to it; not for redistribution.";
  static final String INSTRUCTION = "Follow the advice of your authorities.";

  private final UnaryOperator<String> names;

  /**
   * @param names ids of entities, regions, sources and authorities to names
   */
  Text(UnaryOperator<String> names) {
    this.names = names;
  }

  /** {@code Threat level of Islamic State in Birmingham raised from LOW to SEVERE}. */
  String headline(AlertLevelChange change) {
    return "Threat level of %s %s from %s to %s"
        .formatted(
            subject(change),
            Direction.of(change) == Direction.UP ? "raised" : "lowered",
            change.previousLevel(),
            change.level());
  }

  /** Both ledgers, and what they go by. */
  String description(AlertLevelChange change) {
    var text = new StringBuilder();
    text.append("Declared by authorities: ").append(change.declared());
    for (var declaration : change.declarations()) {
      text.append("; ")
          .append(name(declaration.authority()))
          .append(" says ")
          .append(declaration.level())
          .append(" since ")
          .append(Times.of(declaration.since()));
    }
    text.append(". Reported: ")
        .append(change.reported())
        .append(
            String.format(
                Locale.ROOT,
                ", %.1f dB, probability %.0f %%",
                change.score(),
                100 * change.probability()));
    int reports = change.evidence().size() + change.rest().count();
    if (reports > 0) {
      text.append(", by ").append(reports).append(reports == 1 ? " report" : " reports");
    }
    change.evidence().stream()
        .limit(3)
        .forEach(e -> text.append("; ").append(name(e.source())).append(": ").append(e.headline()));
    return text.append('.').toString();
  }

  String subject(AlertLevelChange change) {
    var region = name(change.region());
    return switch (change.entity()) {
      case Subject.OVERALL -> region + " overall";
      case Subject.UNATTRIBUTED -> "nobody in particular in " + region;
      default -> name(change.entity()) + " in " + region;
    };
  }

  String name(String id) {
    return names.apply(id);
  }

  /** Where people look a subject up. */
  static String link(String console, AlertLevelChange change) {
    return "%s/subject/%s/%s".formatted(console, path(change.entity()), path(change.region()));
  }

  private static String path(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
