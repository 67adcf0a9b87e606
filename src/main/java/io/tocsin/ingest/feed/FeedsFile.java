package io.tocsin.ingest.feed;

import io.tocsin.ingest.Formats;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Reference;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Placeholders;
import io.tocsin.wire.Unreadable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** The file of feeds, {@code feeds.yaml}. */
public final class FeedsFile {
  private FeedsFile() {}

  /**
   * The feeds of a file.
   *
   * @param folder where relative paths start
   * @throws InvalidRecord with everything that is wrong
   * @throws Unreadable where it is not one YAML mapping
   */
  public static List<Feed> read(
      String yaml, Path folder, Formats formats, Reference reference, Placeholders variables) {
    var file = FieldReader.yaml(yaml);
    var feeds =
        file.objects(
            "feeds",
            "a feed",
            fields -> new FeedEntry(fields, folder, formats, reference, variables).read());
    var ids = new HashSet<String>();
    for (int i = 0; i < feeds.size(); i++) {
      if (!ids.add(feeds.get(i).id())) {
        file.breaks(
            "feeds[%d].id".formatted(i), feeds.get(i).id(), "is the id of another one already");
      }
    }
    file.refuseUnknown("a file of feeds");
    file.check();
    return feeds;
  }
}
