package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Excerpt;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Action;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.OfficialStatement.Status;
import io.tocsin.model.Problem;
import java.util.List;

/** An authority's alert, as statements. */
final class OfficialAlert {
  private final Alert alert;
  private final String authority;
  private final Whereabouts whereabouts;

  OfficialAlert(Alert alert, Speaker speaker, Whereabouts whereabouts) {
    this.alert = alert;
    this.authority = speaker.authority();
    this.whereabouts = whereabouts;
  }

  List<OfficialStatement> records() {
    return switch (alert.kind()) {
      case ALERT, UPDATE -> List.of(stated());
      case CANCEL -> cancelled();
      case ACK, ERROR -> throw Unsaid.of(alert);
    };
  }

  private OfficialStatement stated() {
    var info = alert.info().orElseThrow(Unsaid::nothing);
    var action = Effect.action(info);
    var body = Wording.body(info);
    var text = body.isEmpty() ? Wording.headline(info) : Wording.headline(info) + "\n" + body;
    return statement(
        alert.identifier(),
        action,
        action == Action.WARN ? Effect.level(info).orElse(null) : null,
        info,
        text,
        Status.ISSUED);
  }

  /** One for each alert that is withdrawn: by a higher revision of its own id. */
  private List<OfficialStatement> cancelled() {
    if (alert.references().isEmpty()) {
      throw new InvalidRecord(
          new Problem("references", "", "must name the alerts that a Cancel withdraws"));
    }
    return alert.references().stream()
        .map(
            reference ->
                statement(
                    reference.identifier(),
                    Action.WARN,
                    null,
                    null,
                    alert.note().isEmpty() ? null : alert.note(),
                    Status.CANCELLED))
        .toList();
  }

  /**
   * @param info {@code null} for a cancellation, whose place is that of what it cancels
   */
  private OfficialStatement statement(
      String identifier, Action action, Level level, Info info, String text, Status status) {
    boolean issued = status == Status.ISSUED;
    return new OfficialStatement(
        id(identifier),
        authority,
        alert.sent(),
        issued ? info.expires() : null,
        null,
        action,
        level,
        null,
        null,
        null,
        List.of(),
        issued ? whereabouts.of(alert.areas()) : List.of(),
        List.of(),
        issued ? earlier() : List.of(),
        text == null ? null : Excerpt.of(text, OfficialStatement.MAX_TEXT),
        issued ? Wording.link(info) : null,
        issued ? 0 : 1,
        status,
        Wording.attributes(alert));
  }

  private List<String> earlier() {
    return alert.references().stream().map(reference -> id(reference.identifier())).toList();
  }

  private String id(String identifier) {
    return Identity.of(authority, identifier);
  }
}
