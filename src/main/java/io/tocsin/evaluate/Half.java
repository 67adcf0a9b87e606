package io.tocsin.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The part of a corpus that is looked at: one half to tune on, the other to report. */
public enum Half {
  TUNE,
  REPORT,
  ALL;

  /**
   * Whether a document belongs to this half. Only its id decides, so that neither another order of
   * the corpus nor more documents move one from half to half: by the parity of the id's CRC-32 (ISO
   * 3309).
   */
  public boolean has(String document) {
    var sum = new CRC32();
    sum.update(document.getBytes(StandardCharsets.UTF_8));
    return this == ALL || this == (sum.getValue() % 2 == 0 ? TUNE : REPORT);
  }
}
