package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An event of PagerDuty's Events API v2. The subject is what events are told together by, so a
 * change of severity changes an incident and opens no other, and a fall below what the endpoint
 * asks for resolves it.
 */
final class PagerDutyBody implements Template.Body {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;

  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var wording = new Wording(letterhead);
    var change = message.changes().get(0);
    var body = Template.Body.object();
    body.put("routing_key", letterhead.key());
    body.put("event_action", letterhead.stands(change.level()) ? "trigger" : "resolve");
    body.put("dedup_key", key(change.subject()));
    var payload = body.putObject("payload");
    var summary = wording.title(message);
    payload.put("summary", summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)));
    payload.put("source", "tocsin");
    payload.put("severity", severity(change.level()));
    payload.put("timestamp", change.effectiveAt().toString());
    payload.put("component", change.entity());
    payload.put("group", change.region());
    payload.put("class", "threat level");
    payload
        .putObject("custom_details")
        .put("change", change.id())
        .put("level", change.level().name())
        .put("previousLevel", change.previousLevel().name())
        .put("declared", change.declared().name())
        .put("reported", change.reported().name())
        .put("why", wording.detail(change));
    if (wording.link(change) != null) {
      body.putArray("links").addObject().put("href", wording.link(change)).put("text", "Why");
    }
    return body;
  }

  private static String key(Subject subject) {
    var key = "tocsin/" + subject;
    return key.length() <= LONGEST_KEY
        ? key
        : "tocsin/" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String severity(Level level) {
    return switch (level) {
      case LOW -> "info";
      case MODERATE, SUBSTANTIAL -> "warning";
      case SEVERE -> "error";
      case CRITICAL -> "critical";
    };
  }
}
