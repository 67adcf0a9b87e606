package io.tocsin.ingest;

import io.tocsin.ingest.cap.CapFormat;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Packed;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.gdelt.EventsFormat;
import io.tocsin.ingest.gdelt.KnowledgeFormat;
import io.tocsin.ingest.gdelt.MentionsFormat;
import io.tocsin.ingest.ndjson.RecordsFormat;
import io.tocsin.ingest.newsml.NewsMlFormat;
import io.tocsin.ingest.ninjs.NinjsFormat;
import io.tocsin.ingest.page.JsonLdFormat;
import io.tocsin.ingest.page.PageFormat;
import io.tocsin.ingest.stix.StixFormat;
import io.tocsin.ingest.syndication.JsonFeedFormat;
import io.tocsin.ingest.syndication.SyndicationFormat;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are read. To add one, write its class and name it here. */
public final class Formats {
  private final List<InputFormat> formats;

  public Formats(List<InputFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** All there are, those that are told apart with most certainty first. */
  public static Formats of(Reference reference) {
    return new Formats(
        Stream.of(
                new CapFormat(reference),
                new NewsMlFormat(reference),
                SyndicationFormat.rss(reference),
                SyndicationFormat.atom(reference),
                new JsonFeedFormat(reference),
                new StixFormat(reference),
                new JsonLdFormat(reference),
                new RecordsFormat(),
                new NinjsFormat(reference),
                new EventsFormat(reference),
                new MentionsFormat(reference),
                new KnowledgeFormat(reference),
                new PageFormat(reference))
            .<InputFormat>map(Packed::new)
            .toList());
  }

  public List<InputFormat> all() {
    return formats;
  }

  /** By its name, in any case. */
  public Optional<InputFormat> named(String name) {
    return formats.stream().filter(format -> format.name().equalsIgnoreCase(name)).findFirst();
  }

  public Optional<InputFormat> detect(Document document) {
    return formats.stream().filter(format -> format.recognises(document)).findFirst();
  }

  /** Reads a document in the format that it shows by its content. */
  public Harvest read(Document document, Speaker speaker) {
    if (document.bytes().length > Document.MAX_BYTES) {
      return Harvest.refused(
          Problem.of(
              "size", document.bytes().length, "must be at most " + Document.MAX_BYTES + " bytes"));
    }
    return detect(document)
        .map(format -> format.read(document, speaker))
        .orElseGet(
            () ->
                Harvest.refused(
                    new Problem("format", "", "is not one that is read: name it, or see --help")));
  }
}
