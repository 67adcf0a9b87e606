package io.tocsin.deliver.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;

/**
 * A text for notifications and a block a change. Slack takes 50 blocks, and 3,000 characters in
 * one; its markup needs {@code &}, {@code <} and {@code >} escaped.
 */
final class SlackBody implements Template.Body {
  private static final int SHOWN = 20;
  private static final int LONGEST = 2_900;

  @Override
  public JsonNode of(Message message, Letterhead letterhead) {
    var wording = new Wording(letterhead);
    var body = Template.Body.object();
    body.put("text", escaped(wording.title(message)));
    var blocks = body.putArray("blocks");
    message.changes().stream()
        .limit(SHOWN)
        .forEach(change -> section(blocks.addObject(), text(change, wording)));
    int more = message.changes().size() - SHOWN;
    if (more > 0) {
      section(blocks.addObject(), "and %d more".formatted(more));
    }
    return body;
  }

  private static String text(AlertLevelChange change, Wording wording) {
    var link = wording.link(change);
    var line = "*" + escaped(wording.line(change)) + "*";
    return line
        + "\n"
        + escaped(wording.detail(change))
        + (link == null ? "" : "\n<" + link + "|Why>");
  }

  private static void section(ObjectNode block, String text) {
    block.put("type", "section");
    block
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
