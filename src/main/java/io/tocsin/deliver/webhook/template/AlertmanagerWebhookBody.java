package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What Alertmanager's webhook receivers take, version 4 of its payload. */
final class AlertmanagerWebhookBody implements Template.Body {
  private static final String FIRING = "firing";
  private static final String RESOLVED = "resolved";

  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var body = Template.Body.object();
    boolean stands =
        message.changes().stream().anyMatch(change -> letterhead.stands(change.level()));
    body.put("version", "4");
    body.put("groupKey", "tocsin/" + letterhead.endpoint());
    body.put("truncatedAlerts", 0);
    body.put("status", stands ? FIRING : RESOLVED);
    body.put("receiver", letterhead.endpoint());
    body.putObject("groupLabels");
    body.putObject("commonLabels").put("alertname", "ThreatLevel");
    body.putObject("commonAnnotations");
    body.put("externalURL", letterhead.console() == null ? "" : letterhead.console());
    var alerts = body.putArray("alerts");
    for (AlertLevelChange change : message.changes()) {
      var alert = alerts.addObject();
      AlertmanagerBody.write(change, message, letterhead, alert);
      alert.put("status", letterhead.stands(change.level()) ? FIRING : RESOLVED);
      alert.put("fingerprint", fingerprint(change.subject()));
    }
    return body;
  }

  /** The same for the same labels, as Alertmanager's own is; how it is computed is not agreed. */
  private static String fingerprint(Subject subject) {
    byte[] labels = subject.toString().getBytes(StandardCharsets.UTF_8);
    return "%016x".formatted(UUID.nameUUIDFromBytes(labels).getMostSignificantBits());
  }
}
