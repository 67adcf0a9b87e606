package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;

/**
 * Type, timestamp and data, as Standard Webhooks advises. A change is told by what it takes to act
 * on it; the whole of it is at the API by its id.
 */
final class StandardBody implements Template.Body {
  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var wording = new Wording(letterhead);
    var body = Template.Body.object();
    body.put("type", "tocsin." + type(message.kind()));
    body.put("timestamp", message.made().toString());
    var data = body.putObject("data");
    data.put("text", wording.title(message));
    var changes = data.putArray("changes");
    message.changes().forEach(change -> write(change, wording, changes.addObject()));
    return body;
  }

  private static String type(Message.Kind kind) {
    return switch (kind) {
      case TEST -> "test";
      case CHANGE -> "level.changed";
      case REMINDER -> "level.standing";
      case AFTER_SILENCE -> "level.after_silence";
    };
  }

  private static void write(AlertLevelChange change, Wording wording, ObjectNode to) {
    to.put("id", change.id());
    to.put("entity", change.entity());
    to.put("region", change.region());
    to.put("name", wording.subject(change));
    to.put("sequence", change.sequence());
    to.put("previousLevel", change.previousLevel().name());
    to.put("level", change.level().name());
    to.put("declared", change.declared().name());
    to.put("reported", change.reported().name());
    to.put("score", change.score());
    to.put("cause", change.cause().name());
    to.put("trigger", change.trigger());
    to.put("effectiveAt", change.effectiveAt().toString());
    if (change.nextFallAt() != null) {
      to.put("nextFallAt", change.nextFallAt().toString());
    }
    to.put("why", wording.detail(change));
    if (wording.link(change) != null) {
      to.put("link", wording.link(change));
    }
  }
}
