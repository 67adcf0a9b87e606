package io.tocsin.ingest.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.format.Catalogue;
import io.tocsin.ingest.format.Excerpt;
import io.tocsin.ingest.format.Fields;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Places;
import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one item. Names are tried in the spelling of 1.x, 2.x and 3.x in turn. */
final class ItemReader {
  private static final String WITHDRAWN = "Withdrawn by its publisher";
  private static final Set<String> DIARY = Set.of("event", "planning");
  private static final int LONGEST_LEAD = 200;

  private final Publishers publishers;
  private final Catalogue catalogue;
  private final PlaceReader places;

  ItemReader(Reference reference) {
    publishers = new Publishers(reference.sources());
    catalogue = new Catalogue(reference.entities());
    places = new PlaceReader(new Places(reference.regions()));
  }

  /**
   * @throws io.tocsin.model.InvalidRecord with all that is wrong with it
   */
  Incoming read(JsonNode item, Speaker speaker) {
    var fields = new Fields(item);
    ItemRules.check(fields);
    var uri = fields.text("uri");
    boolean canceled = "canceled".equals(fields.text("pubstatus", "pubStatus"));
    if (uri == null || uri.isBlank()) {
      fields.refuse("uri", null, "must be given");
    }
    refuseUnpublished(fields, speaker.received());
    var words = new Words(fields);
    if (words.headline() == null && !canceled) {
      fields.refuse("headline", null, "must be given: there is no title, description or body");
    }
    var times = Times.of(fields, speaker.received());
    var regions = places.read(fields);
    fields.check();
    return draft(fields, words, uri, times, speaker)
        .regions(regions)
        .headline(canceled ? WITHDRAWN : null)
        .record(speaker, uri);
  }

  private NewsDraft draft(Fields fields, Words words, String uri, Times times, Speaker speaker) {
    var source = publishers.of(speaker, provider(fields), uri);
    var draft =
        new NewsDraft(Identity.of(source, uri), source, times.first())
            .headline(words.headline())
            .body(words.body())
            .language(fields.text("language"))
            .url(uri)
            .entities(catalogue.named(names(fields, "organisation", "organisations")))
            .attribute("version", fields.text("version"))
            .attribute("edNote", fields.text("ednote", "edNote"))
            .attribute("type", fields.text("type"))
            .attribute("subjects", String.join("; ", names(fields, "subject", "subjects")))
            .attribute(
                "organisations", String.join("; ", names(fields, "organisation", "organisations")))
            .attribute("located", fields.text("located"))
            .attribute("copyrightHolder", fields.text("copyrightholder", "copyrightHolder"));
    numbered(draft, version(fields.text("version")), times);
    return "canceled".equals(fields.text("pubstatus", "pubStatus")) ? draft.retracted() : draft;
  }

  private static void numbered(NewsDraft draft, Integer version, Times times) {
    if (version == null && !times.saysFirst() && times.changed() != null) {
      draft.versionOf(times.changed());
    } else {
      draft.revised(version, times.changed());
    }
  }

  private static void refuseUnpublished(Fields fields, Instant received) {
    if ("withheld".equals(fields.text("pubstatus", "pubStatus"))) {
      fields.refuse("pubstatus", "withheld", "must be usable or canceled to be published");
    }
    var embargo = fields.time("embargoed", "embargoedUntil", "embargoeduntil");
    if (embargo != null && embargo.isAfter(received)) {
      fields.refuse("embargoed", embargo.toString(), "must be over: send it again then");
    }
    var type = fields.text("type");
    if (type != null && DIARY.contains(type)) {
      fields.refuse("type", type, "must be of something that was reported, not of the diary");
    }
  }

  /** A version may be any text; only a number has an order. */
  private static Integer version(String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static String provider(Fields fields) {
    return fields.objects("infosource", "infosources", "infoSources").stream()
        .map(source -> source.text("name"))
        .filter(name -> name != null)
        .findFirst()
        .orElseGet(() -> fields.text("copyrightholder", "copyrightHolder"));
  }

  private static List<String> names(Fields fields, String... properties) {
    return fields.objects(properties).stream()
        .map(concept -> concept.text("name"))
        .filter(name -> name != null && !name.isBlank())
        .collect(Collectors.toList());
  }

  /**
   * When an item was made.
   *
   * @param first of its first version, as far as it says
   * @param saysFirst whether it does
   * @param changed optional: of this version
   */
  private record Times(Instant first, boolean saysFirst, Instant changed) {
    static Times of(Fields fields, Instant received) {
      var created = fields.time("firstcreated", "firstCreated");
      var changed = fields.time("versioncreated", "versionCreated");
      var content = fields.time("contentcreated", "contentCreated");
      var first =
          Stream.of(created, changed, content, received).filter(Objects::nonNull).findFirst();
      return new Times(first.orElseThrow(), created != null, changed);
    }
  }

  /** What an item says, as plain text. */
  private record Words(String headline, String body) {
    Words(Fields fields) {
      this(headline(fields), text(fields, "body", "bodies", "description", "descriptions"));
    }

    private static String headline(Fields fields) {
      var headline = PlainText.line(Texts.of(fields, "headline", "headlines"));
      var title = headline.isBlank() ? fields.text("title") : headline;
      if (title != null && !title.isBlank()) {
        return title;
      }
      var text = text(fields, "description", "descriptions", "body", "bodies");
      return text == null ? null : Excerpt.lead(text.lines().findFirst().orElse(""), LONGEST_LEAD);
    }

    private static String text(
        Fields fields, String single, String list, String otherSingle, String otherList) {
      var text = Texts.of(fields, single, list);
      return text == null ? Texts.of(fields, otherSingle, otherList) : text;
    }
  }
}
