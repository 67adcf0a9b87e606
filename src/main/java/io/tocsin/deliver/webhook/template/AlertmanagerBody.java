package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import java.time.Duration;
import java.time.Instant;

/**
 * Alerts as Alertmanager's API v2 takes them. Labels are an alert's identity there, so the level is
 * an annotation: as a label, each step would end one alert and begin another.
 */
final class AlertmanagerBody implements Template.Body {
  /** Alertmanager ends by itself what bears no end; levels end when they are told to have ended. */
  private static final Duration STANDS = Duration.ofDays(365);

  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var alerts = JsonNodeFactory.instance.arrayNode();
    message.changes().forEach(change -> write(change, message, letterhead, alerts.addObject()));
    return alerts;
  }

  /** One alert, without what only a webhook of Alertmanager's has. */
  static void write(
      AlertLevelChange change, Message message, Letterhead letterhead, ObjectNode alert) {
    var wording = new Wording(letterhead);
    alert
        .putObject("labels")
        .put("alertname", "ThreatLevel")
        .put("entity", change.entity())
        .put("region", change.region());
    alert
        .putObject("annotations")
        .put("summary", wording.line(change))
        .put("description", wording.detail(change))
        .put("level", change.level().name())
        .put("previousLevel", change.previousLevel().name());
    alert.put("startsAt", change.effectiveAt().toString());
    alert.put("endsAt", end(change, message, letterhead).toString());
    if (wording.link(change) != null) {
      alert.put("generatorURL", wording.link(change));
    }
  }

  private static Instant end(AlertLevelChange change, Message message, Letterhead letterhead) {
    return letterhead.stands(change.level()) ? message.made().plus(STANDS) : change.effectiveAt();
  }
}
