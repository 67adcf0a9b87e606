package io.tocsin.wire.packed;

import io.tocsin.wire.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntPredicate;

/**
 * Briefs for one partition in the order in which they were read, as one record: moving a record
 * costs more than what is in it.
 */
public final class Bundle {
  private final Unpacker unpacker;
  private final byte[] packed;
  private final Names<String> names;
  private int index = -1;

  private Bundle(byte[] packed, Names<String> names) {
    this.packed = packed;
    this.names = names;
    this.unpacker = new Unpacker(packed);
  }

  /**
   * Begins to read a bundle.
   *
   * @param names those known already
   * @throws org.apache.kafka.common.errors.SerializationException if its form is not this version's
   */
  public static Bundle open(byte[] packed, Names<String> names) {
    var bundle = new Bundle(packed, names);
    try {
      Packing.checkForm(bundle.unpacker);
      return bundle;
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw Packing.damaged(e);
    }
  }

  public boolean hasNext() {
    return !unpacker.isAtEnd();
  }

  /**
   * The same bundle without the briefs that are not kept; their places are left empty.
   *
   * @param kept by place, from 0
   */
  public static byte[] keeping(byte[] packed, IntPredicate kept) {
    var from = open(packed, null).unpacker;
    var to = new Packer(packed.length).number(Packing.FORM);
    for (int place = 0; !from.isAtEnd(); place++) {
      int length = from.integer();
      int at = from.skip(length);
      to.bytes(packed, at, kept.test(place) ? length : 0);
    }
    return to.packed();
  }

  /**
   * The same briefs in bundles of so many at most.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if its form is not this version's
   */
  public static List<byte[]> sheets(byte[] packed, int briefs) {
    var from = open(packed, null).unpacker;
    var sheets = new ArrayList<byte[]>();
    try {
      while (!from.isAtEnd()) {
        sheets.add(sheet(from, packed, briefs));
      }
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw Packing.damaged(e);
    }
    return sheets;
  }

  private static byte[] sheet(Unpacker from, byte[] packed, int briefs) {
    int begin = from.position();
    for (int i = 0; i < briefs && !from.isAtEnd(); i++) {
      from.skip(from.integer());
    }
    int length = from.position() - begin;
    return new Packer(length + 1).number(Packing.FORM).raw(packed, begin, length).packed();
  }

  /**
   * The next brief; {@code null} where one was taken out.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if it is damaged
   */
  public Brief next() {
    if (!hasNext()) {
      throw new NoSuchElementException("a bundle of " + (index + 1) + " briefs");
    }
    try {
      int length = unpacker.integer();
      int from = unpacker.skip(length);
      index++;
      return length == 0 ? null : Brief.read(new Unpacker(packed, from, from + length, names));
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw Packing.damaged(e);
    }
  }

  /** Leaves briefs out. */
  public void skip(int briefs) {
    for (int i = 0; i < briefs; i++) {
      unpacker.skip(unpacker.integer());
      index++;
    }
  }

  /** The place of the brief read last, from 0. */
  public int index() {
    return index;
  }

  /** Collects briefs. */
  public static final class Builder {
    private final Packer entries = new Packer(4096);
    private int count;

    public int count() {
      return count;
    }

    /** In bytes, so far. */
    public int size() {
      return entries.size();
    }

    void add(Packer brief) {
      if (count == 0) {
        entries.clear().number(Packing.FORM);
      }
      brief.appendTo(entries);
      count++;
    }

    /** The bundle; the next brief begins another. */
    public byte[] take() {
      count = 0;
      byte[] bundle = entries.packed();
      entries.clear();
      return bundle;
    }
  }

  /** Packs a brief once for all the bundles it goes to. */
  public static final class Binder {
    private final Packer packer = new Packer(1024);

    /**
     * Adds a brief to bundles; the record as it came goes to the first alone, which speaks for all.
     */
    public void add(Brief brief, Iterable<Builder> bundles) {
      var next = brief;
      packer.clear();
      Brief.write(packer, next);
      for (var bundle : bundles) {
        if (packer.size() == 0) {
          Brief.write(packer, next);
        }
        bundle.add(packer);
        if (next.original() != null) {
          next = next.withoutOriginal();
          packer.clear();
        }
      }
    }
  }
}
