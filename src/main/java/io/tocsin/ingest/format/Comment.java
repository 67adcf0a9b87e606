package io.tocsin.ingest.format;

import io.tocsin.model.Action;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an authority writes as news is, to be sure: a comment. It has no level and no effect that a
 * machine could know of.
 */
public final class Comment {
  private Comment() {}

  /**
   * @param item what the authority calls the item
   * @param url {@code null} for none
   * @param status of the item; one that is retracted cancels the statement
   */
  public static OfficialStatement of(
      String authority,
      String item,
      Instant issuedAt,
      String text,
      String url,
      int revision,
      NewsEvent.Status status,
      Map<String, String> attributes) {
    return new OfficialStatement(
        Identity.of(authority, item),
        authority,
        issuedAt,
        null,
        null,
        Action.COMMENT,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Excerpt.of(text, OfficialStatement.MAX_TEXT),
        url,
        revision,
        status == NewsEvent.Status.RETRACTED
            ? OfficialStatement.Status.CANCELLED
            : OfficialStatement.Status.ISSUED,
        attributes);
  }
}
