package io.tocsin.wire.packed;

import io.tocsin.assess.Report;

/** The text of a report as its packed bytes: a fraction of the size of its strings. */
final class PackedText implements Report.Text {
  private final byte[] packed;

  private PackedText(byte[] packed) {
    this.packed = packed;
  }

  static PackedText of(byte[] packed) {
    return new PackedText(packed);
  }

  static byte[] pack(Report.Text text) {
    return text instanceof PackedText known
        ? known.packed
        : new Packer().text(text.id()).text(text.headline()).text(text.url()).packed();
  }

  @Override
  public String id() {
    return new Unpacker(packed).text();
  }

  @Override
  public String headline() {
    return from(1);
  }

  @Override
  public String url() {
    return from(2);
  }

  private String from(int field) {
    var unpacker = new Unpacker(packed);
    for (int i = 0; i < field; i++) {
      unpacker.skip(Math.max(unpacker.integer(), 0));
    }
    return unpacker.text();
  }

  @Override
  public boolean equals(Object other) {
    return Report.Text.same(this, other);
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return id() + ": " + headline();
  }
}
