package io.tocsin.deliver.cap;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.reference.Regions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;

/** Messages as XML, signed if there is somebody to sign them. */
public final class CapWriter {
  /** The media type of a message, registered for CAP 1.2. */
  public static final String MEDIA_TYPE = "application/cap+xml";

  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private final Profile profile;
  private final Text text;
  private final AreaWriter areas;
  private final Optional<Signer> signer;

  /**
   * @param names ids of entities, regions, sources and authorities to names
   */
  public CapWriter(
      Profile profile, UnaryOperator<String> names, Regions regions, Optional<Signer> signer) {
    this.profile = profile;
    this.text = new Text(names);
    this.areas = new AreaWriter(regions);
    this.signer = signer;
  }

  /** The message, in UTF-8. */
  public byte[] write(Message message) {
    var document = Documents.empty();
    alert(message, document);
    signer.ifPresent(by -> by.sign(document));
    return Documents.bytes(document);
  }

  /** The same without a signature, which may differ each time. */
  public byte[] unsigned(Message message) {
    var document = Documents.empty();
    alert(message, document);
    return Documents.bytes(document);
  }

  /** Where others reach the server; empty where that is not configured. */
  public Optional<String> address() {
    return Optional.ofNullable(profile.console());
  }

  /** What a list of messages shows of one. */
  String headline(Message message) {
    return text.headline(message.change());
  }

  String description(Message message) {
    return text.description(message.change());
  }

  Profile profile() {
    return profile;
  }

  private void alert(Message message, Document document) {
    var change = message.change();
    boolean restricted = profile.scope() == Profile.Scope.RESTRICTED;
    var alert =
        Element.root(document, NAMESPACE, "alert")
            .text("identifier", change.id())
            .text("sender", profile.sender())
            .text("sent", Times.of(message.sent()))
            .text("status", profile.status().word())
            .text("msgType", message.kind().word())
            .text("source", "Tocsin")
            .text("scope", profile.scope().word())
            .text("restriction", restricted ? Text.RESTRICTION : null)
            .text("note", Text.NOTE)
            .text("references", message.before().map(this::reference).orElse(null));
    info(change, alert.child("info"));
  }

  private String reference(AlertLevelChange before) {
    return "%s,%s,%s".formatted(profile.sender(), before.id(), Times.of(before.emittedAt()));
  }

  private void info(AlertLevelChange change, Element info) {
    var grade = Grade.of(change.level());
    var fall = change.nextFallAt();
    info.text("language", "en")
        .text("category", "Security")
        .text("event", Text.EVENT)
        .text("responseType", change.level() == Level.LOW ? "AllClear" : "Monitor")
        .text("urgency", grade.urgency())
        .text("severity", grade.severity())
        .text("certainty", Grade.certainty(change))
        .text("effective", Times.of(change.effectiveAt()))
        .text("expires", fall == null ? null : Times.of(fall))
        .text("senderName", "Tocsin")
        .text("headline", text.headline(change))
        .text("description", text.description(change))
        .text("instruction", Text.INSTRUCTION);
    if (profile.console() != null) {
      info.text("web", Text.link(profile.console(), change));
    }
    parameters(change, info);
    areas.write(change.region(), info);
  }

  private static void parameters(AlertLevelChange change, Element info) {
    info.pair("parameter", "level", change.level().name())
        .pair("parameter", "previousLevel", change.previousLevel().name())
        .pair("parameter", "declared", change.declared().name())
        .pair("parameter", "reported", change.reported().name())
        .pair("parameter", "score", String.format(Locale.ROOT, "%.2f", change.score()))
        .pair("parameter", "probability", String.format(Locale.ROOT, "%.4f", change.probability()))
        .pair("parameter", "subject", change.subject().toString())
        .pair("parameter", "cause", change.cause().name())
        .pair("parameter", "held", change.held().name())
        .pair("parameter", "sequence", Long.toString(change.sequence()))
        .pair("parameter", "alert", change.id())
        .pair("parameter", "policy", change.policyVersion());
  }
}
