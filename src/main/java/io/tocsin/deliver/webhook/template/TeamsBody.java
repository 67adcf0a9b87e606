package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.deliver.notice.Message;

/**
 * An adaptive card in a message, as a workflow of Teams takes it; it takes 28 KB. Texts are runs,
 * for in a text block a headline could hold markup, and so a link.
 */
final class TeamsBody implements Template.Body {
  private static final int SHOWN = 20;

  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var wording = new Wording(letterhead);
    var body = Template.Body.object();
    body.put("type", "message");
    var card =
        body.putArray("attachments")
            .addObject()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    write(message, wording, card.putArray("body"));
    var link = wording.link(Wording.gravest(message.changes()));
    if (link != null) {
      card.putArray("actions")
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", "Why")
          .put("url", link);
    }
    return body;
  }

  private static void write(Message message, Wording wording, ArrayNode to) {
    boolean several = message.changes().size() > 1;
    text(to, wording.title(message)).put("weight", "Bolder").put("size", "Medium");
    message.changes().stream()
        .limit(SHOWN)
        .forEach(
            change -> {
              if (several) {
                text(to, wording.line(change)).put("weight", "Bolder");
              }
              text(to, wording.detail(change)).put("isSubtle", true);
            });
    int more = message.changes().size() - SHOWN;
    if (more > 0) {
      text(to, "and %d more".formatted(more));
    }
  }

  /** The run that holds the text. */
  private static ObjectNode text(ArrayNode to, String text) {
    return to.addObject()
        .put("type", "RichTextBlock")
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", text);
  }
}
