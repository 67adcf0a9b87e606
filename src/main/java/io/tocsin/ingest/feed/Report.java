package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Incoming;
import java.util.List;

/**
 * What one look at a feed gave.
 *
 * @param changed whether there was anything to read since the last look
 * @param records that were published, or would be
 * @param fresh how many of them are new items
 * @param revised how many of them are changed items
 * @param refusals items that gave no record, and why
 * @param trouble optional: why it did not succeed
 * @param why in words; empty without trouble
 */
public record Report(
    String feed,
    boolean changed,
    List<Incoming> records,
    int fresh,
    int revised,
    List<Refusal> refusals,
    Trouble trouble,
    String why) {
  public Report {
    records = List.copyOf(records);
    refusals = List.copyOf(refusals);
  }

  public boolean isFine() {
    return trouble == null;
  }
}
