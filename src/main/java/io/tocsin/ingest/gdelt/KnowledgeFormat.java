package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Catalogue;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Places;
import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Global Knowledge Graph 2.1, a row of 27 cells for each article: its site, its title, the
 * organisations in it and the place of which it speaks most. Persons are not read.
 */
public final class KnowledgeFormat implements InputFormat {
  private static final int COLUMNS = 27;
  private static final int TIME = 1;
  private static final int COLLECTION = 2;
  private static final int SITE = 3;
  private static final int ADDRESS = 4;
  private static final int THEMES = 7;
  private static final int LOCATIONS = 10;
  private static final int ORGANISATIONS = 13;
  private static final int TONE = 15;
  private static final int TRANSLATION = 25;
  private static final int EXTRAS = 26;
  private static final int MOST_ORGANISATIONS = 200;
  private static final String WEB = "1";
  private static final String TITLE = "<PAGE_TITLE>";
  private static final String TITLE_END = "</PAGE_TITLE>";
  private static final Pattern LANGUAGE = Pattern.compile("srclc:([a-z]{2,3})");

  /** ISO 639-1 of ISO 639-2's terminology codes. */
  private static final Map<String, String> TWO_LETTERS =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.forLanguageTag(code).getISO3Language(),
                  code -> code,
                  (one, other) -> one));

  private static final Problem PASSED = new Problem("row", "", "must be an article");

  private final Catalogue catalogue;
  private final Mentioned places;
  private final Sites sites;

  public KnowledgeFormat(Reference reference) {
    catalogue = new Catalogue(reference.entities());
    places = new Mentioned(new Geography(new Places(reference.regions())));
    sites = new Sites(new Publishers(reference.sources()));
  }

  @Override
  public String name() {
    return "gdelt-gkg";
  }

  @Override
  public String about() {
    return "GDELT Global Knowledge Graph 2.1, 27 columns";
  }

  @Override
  public boolean recognises(Document document) {
    return Table.first(document.bytes(), COLUMNS)
        .filter(
            cells -> cells.get(0).matches("\\d{14}-.{1,40}") && cells.get(TIME).matches("\\d{14}"))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    return new Table(document.bytes(), COLUMNS)
        .read(row -> Optional.of(article(row, speaker)), PASSED);
  }

  private NewsEvent article(Row row, Speaker speaker) {
    boolean web = row.text(COLLECTION).equals(WEB);
    var address = row.text(ADDRESS);
    var title = title(row, web ? address : "");
    if (title == null) {
      throw Row.refused("title", address, "must be given: neither the row nor its address has one");
    }
    return new NewsDraft(
            "gdelt:" + row.text(0),
            sites.source(web ? row.text(SITE) : "", speaker),
            row.moment(TIME, "date"))
        .headline(title)
        .url(web ? address : null)
        .story(Sites.story(address))
        .language(language(row.text(TRANSLATION)))
        .entities(catalogue.named(organisations(row.text(ORGANISATIONS))))
        .regions(places.foremost(row.text(LOCATIONS)).map(List::of).orElse(List.of()))
        .attribute("themes", row.text(THEMES))
        .attribute("organisations", row.text(ORGANISATIONS))
        .attribute("tone", row.text(TONE))
        .event();
  }

  /** The title that GDELT kept, else the words of which the address is made. */
  private static String title(Row row, String address) {
    var extras = row.text(EXTRAS);
    int start = extras.indexOf(TITLE);
    int end = start < 0 ? -1 : extras.indexOf(TITLE_END, start);
    if (end > start + TITLE.length()) {
      return PlainText.line(extras.substring(start + TITLE.length(), end));
    }
    return Slug.words(address);
  }

  private static String language(String translation) {
    var found = LANGUAGE.matcher(translation);
    return found.find() ? TWO_LETTERS.getOrDefault(found.group(1), found.group(1)) : null;
  }

  private static List<String> organisations(String cell) {
    return Arrays.stream(cell.split(";", MOST_ORGANISATIONS)).map(String::strip).toList();
  }
}
