package io.tocsin.bench.contender;

import java.util.ArrayList;
import java.util.List;

/**
 * The few fields of a news event or statement that a re-keying client needs, read from Avro
 * single-object encoding (Avro 1.12 specification, binary encoding) without making the rest. What
 * does not follow the order of fields in the schemas of this version is not understood.
 */
final class NewsBytes {
  private static final int HEADER = 10;

  private final byte[] bytes;
  private int at = HEADER;
  private byte[] id;
  private long time;
  private int kind;
  private final List<byte[]> entities = new ArrayList<>();
  private final List<byte[]> regions = new ArrayList<>();

  private NewsBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static NewsBytes ofNews(byte[] bytes) {
    var news = new NewsBytes(bytes);
    news.id = news.text();
    news.skipText();
    news.skipOptionalText();
    news.time = news.number();
    news.skipText();
    for (int i = 0; i < 4; i++) {
      news.skipOptionalText();
    }
    news.texts(news.entities);
    news.texts(news.regions);
    news.kind = news.number() == 0 ? -1 : (int) news.number();
    return news;
  }

  static NewsBytes ofStatement(byte[] bytes) {
    var statement = new NewsBytes(bytes);
    statement.id = statement.text();
    statement.skipText();
    statement.time = statement.number();
    statement.skipOptionalNumber();
    statement.skipOptionalNumber();
    statement.number();
    statement.kind = statement.number() == 0 ? -1 : (int) statement.number();
    for (int i = 0; i < 3; i++) {
      statement.skipOptionalText();
    }
    statement.texts(statement.entities);
    statement.texts(statement.regions);
    return statement;
  }

  byte[] id() {
    return id;
  }

  /** When it was published, in UTC epoch ms. */
  long time() {
    return time;
  }

  /** The number of a news' category or of a statement's level; -1 where it has none. */
  int kind() {
    return kind;
  }

  List<byte[]> entities() {
    return entities;
  }

  List<byte[]> regions() {
    return regions;
  }

  private long number() {
    long zigzag = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      zigzag |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
      shift += 7;
    }
  }

  private byte[] text() {
    int length = (int) number();
    var text = new byte[length];
    System.arraycopy(bytes, at, text, 0, length);
    at += length;
    return text;
  }

  private void skipText() {
    int length = (int) number();
    at += length;
  }

  private void skipOptionalText() {
    if (number() != 0) {
      skipText();
    }
  }

  private void skipOptionalNumber() {
    if (number() != 0) {
      number();
    }
  }

  private void texts(List<byte[]> into) {
    long items = number();
    while (items != 0) {
      if (items < 0) {
        items = -items;
        number();
      }
      for (long i = 0; i < items; i++) {
        into.add(text());
      }
      items = number();
    }
  }
}
