package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.deliver.notice.Message;

/** The form of a body, and what its receiver can take. */
public enum Template {
  /** The payload that Standard Webhooks advises: type, timestamp, data. */
  STANDARD(new StandardBody()),
  /** An incoming webhook of Slack. */
  SLACK(new SlackBody()),
  /** An incoming webhook of a Teams workflow: an adaptive card. */
  TEAMS(new TeamsBody()),
  /** Events API v2 of PagerDuty: one event a subject, resolved when it is over. */
  PAGERDUTY(new PagerDutyBody()),
  /** What Alertmanager sends to webhook receivers, version 4. */
  ALERTMANAGER_WEBHOOK(new AlertmanagerWebhookBody()),
  /** What Alertmanager takes at {@code /api/v2/alerts}. */
  ALERTMANAGER(new AlertmanagerBody());

  private final Body body;

  Template(Body body) {
    this.body = body;
  }

  /** The body of a message for a receiver. */
  public JsonNode body(Message message, Letterhead letterhead) {
    return body.of(message, letterhead);
  }

  /** Whether a message may hold one change alone. */
  public boolean takesOneChange() {
    return this == PAGERDUTY;
  }

  /** Whether the receiver keeps what it was told until it is told that it is over. */
  public boolean keepsState() {
    return this == PAGERDUTY || this == ALERTMANAGER || this == ALERTMANAGER_WEBHOOK;
  }

  /** Whether the receiver wants a key of its own in the body. */
  public boolean needsKey() {
    return this == PAGERDUTY;
  }

  /** Makes the body of a message. */
  interface Body {
    JsonNode of(Message message, Letterhead letterhead);

    static ObjectNode object() {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
