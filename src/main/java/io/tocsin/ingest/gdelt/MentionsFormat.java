package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.Optional;

/**
 * Mentions of GDELT 2.0, a row of 16 cells each: that an article spoke of an event. They name
 * neither kind nor place, so the records weigh nothing by themselves; they carry the event's number
 * for those who join them.
 */
public final class MentionsFormat implements InputFormat {
  private static final int COLUMNS = 16;
  private static final int EVENT_TIME = 1;
  private static final int TIME = 2;
  private static final int TYPE = 3;
  private static final int SITE = 4;
  private static final int ADDRESS = 5;
  private static final int CONFIDENCE = 11;
  private static final Problem PASSED = new Problem("row", "", "must be a mention");

  private final Publishers publishers;

  public MentionsFormat(Reference reference) {
    publishers = new Publishers(reference.sources());
  }

  @Override
  public String name() {
    return "gdelt-mentions";
  }

  @Override
  public String about() {
    return "GDELT 2.0 mentions, 16 columns";
  }

  @Override
  public boolean recognises(Document document) {
    return Table.first(document.bytes(), COLUMNS)
        .filter(
            cells ->
                cells.get(0).matches("\\d{1,20}")
                    && cells.get(EVENT_TIME).matches("\\d{14}")
                    && cells.get(TIME).matches("\\d{14}"))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    return new Table(document.bytes(), COLUMNS)
        .read(row -> Optional.of(mention(row, speaker)), PASSED);
  }

  private NewsEvent mention(Row row, Speaker speaker) {
    var event = row.number(0, "globalEventId");
    var address = row.text(ADDRESS);
    var sites = new Sites(publishers);
    var source =
        sites.source(publishers.ofAddress(address).isPresent() ? address : row.text(SITE), speaker);
    return new NewsDraft(
            Identity.of("gdelt-mention", event + ":" + address),
            source,
            row.moment(TIME, "mentionTimeDate"))
        .headline("GDELT event %s: spoken of by %s".formatted(event, source))
        .url(address)
        .story(Sites.story(address))
        .attribute("globalEventId", event)
        .attribute("eventTime", row.text(EVENT_TIME))
        .attribute("mentionType", row.text(TYPE))
        .attribute("confidence", row.text(CONFIDENCE))
        .attribute("docTone", row.text(CONFIDENCE + 2))
        .event();
  }
}
