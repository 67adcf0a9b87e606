package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Catalogue;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Places;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Events of GDELT 2.0, a row of 61 cells each. An event becomes a report of the site that its
 * address lies in, of a kind by its CAMEO code, where its action took place. Persons are not named.
 */
public final class EventsFormat implements InputFormat {
  private static final int COLUMNS = 61;
  private static final int DAY = 1;
  private static final int ACTOR_1 = 5;
  private static final int ACTOR_2 = 15;
  private static final int CODE = 26;
  private static final int GEO = 51;
  private static final int ADDED = 59;
  private static final int ADDRESS = 60;

  /** An event that was long before its report is an anniversary, or a date misread. */
  private static final Duration PAST = Duration.ofDays(7);

  private static final Problem PASSED =
      new Problem("eventCode", "", "must be of a kind that says something of a threat");

  private final Cameo cameo = new Cameo();
  private final Geography geography;
  private final Catalogue catalogue;
  private final Sites sites;

  public EventsFormat(Reference reference) {
    geography = new Geography(new Places(reference.regions()));
    catalogue = new Catalogue(reference.entities());
    sites = new Sites(new Publishers(reference.sources()));
  }

  @Override
  public String name() {
    return "gdelt-events";
  }

  @Override
  public String about() {
    return "GDELT 2.0 events, 61 columns";
  }

  @Override
  public boolean recognises(Document document) {
    return Table.first(document.bytes(), COLUMNS)
        .filter(cells -> cells.get(0).matches("\\d{1,20}") && cells.get(DAY).matches("\\d{8}"))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    return new Table(document.bytes(), COLUMNS).read(row -> event(row, speaker), PASSED);
  }

  private Optional<NewsEvent> event(Row row, Speaker speaker) {
    var id = row.number(0, "globalEventId");
    var kind = cameo.kind(row.text(CODE));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var added = row.moment(ADDED, "dateAdded");
    var day = row.day(DAY, "sqlDate");
    var spot = spot(row);
    var region =
        geography
            .region(spot)
            .orElseThrow(
                () ->
                    Row.refused(
                        "actionGeo",
                        String.join(" ", spot.country(), spot.name()).strip(),
                        "must lie in a country that we know"));
    boolean past = day.plus(PAST).isBefore(added);
    var address = row.text(ADDRESS);
    var draft =
        new NewsDraft("gdelt:" + id, sites.source(address, speaker), added)
            .headline("GDELT event %s: %s, %s".formatted(id, kind.get().words(), spot.name()))
            .url(address)
            .story(story(row, region))
            .entities(catalogue.named(List.of(row.text(ACTOR_1 + 1), row.text(ACTOR_2 + 1))))
            .regions(List.of(region))
            .category(past ? Category.BACKGROUND : kind.get().category());
    return Optional.of(carried(draft, row).event());
  }

  /**
   * What is of one root code, day and region is one story: rows are coded from articles that copy
   * each other, and nothing else in them tells copies from reports of their own.
   */
  private static String story(Row row, String region) {
    return "gdelt:%s:%s:%s".formatted(row.text(DAY), row.text(CODE).substring(0, 2), region);
  }

  private static NewsDraft carried(NewsDraft draft, Row row) {
    return draft
        .attribute("eventDate", row.text(DAY))
        .attribute("actor1Code", row.text(ACTOR_1))
        .attribute("actor2Code", row.text(ACTOR_2))
        .attribute("isRootEvent", row.text(CODE - 1))
        .attribute("eventCode", row.text(CODE))
        .attribute("quadClass", row.text(CODE + 3))
        .attribute("goldsteinScale", row.text(CODE + 4))
        .attribute("numMentions", row.text(CODE + 5))
        .attribute("numSources", row.text(CODE + 6))
        .attribute("numArticles", row.text(CODE + 7))
        .attribute("avgTone", row.text(CODE + 8))
        .attribute("actionGeo", row.text(GEO + 1));
  }

  private static Geography.Spot spot(Row row) {
    return new Geography.Spot(
        row.text(GEO),
        row.text(GEO + 1),
        row.text(GEO + 2),
        row.text(GEO + 3),
        row.text(GEO + 5),
        row.text(GEO + 6));
  }
}
