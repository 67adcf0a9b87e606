package io.tocsin.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Answers that need not be sent again to whoever has them (RFC 9110, section 13). The tag is made
 * of the content, so that it is the same at every server and after every restart.
 */
final class Reply {
  /** To be asked for again each time: it moves by itself. */
  static final String MOVING = "private, no-cache";

  /** Stays as it is for as long as the server runs. */
  static final String STEADY = "private, max-age=60";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /** The fixed form of RFC 9110, 5.6.7: Java's own writes a day of one digit as one. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

  private static final int NOT_MODIFIED = 304;
  private static final int TAG_BYTES = 12;

  private Reply() {}

  /** An object as JSON. */
  static byte[] json(Object body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  /** A text as JSON, quoted. */
  static String text(String text) {
    return new String(json(text), StandardCharsets.UTF_8);
  }

  /**
   * Sends it, or says that nothing has changed.
   *
   * @param modifiedAt when it last changed, epoch ms; 0 where that is not known
   */
  static void send(Context context, byte[] json, String cacheControl, long modifiedAt) {
    send(context, "application/json", json, json, cacheControl, modifiedAt);
  }

  /**
   * The same of another type.
   *
   * @param essence what the tag is made of: the content without what differs each time it is made
   */
  static void send(
      Context context,
      String type,
      byte[] content,
      byte[] essence,
      String cacheControl,
      long modifiedAt) {
    var tag = "W/\"" + tag(essence) + "\"";
    context.header(Header.ETAG, tag);
    context.header(Header.CACHE_CONTROL, cacheControl);
    if (modifiedAt > 0) {
      context.header(Header.LAST_MODIFIED, date(modifiedAt));
    }
    if (isKnown(context, tag, modifiedAt)) {
      context.status(NOT_MODIFIED);
    } else {
      context.contentType(type).result(content);
    }
  }

  /** A tag counts where both are sent: a second is long. */
  private static boolean isKnown(Context context, String tag, long modifiedAt) {
    var tags = context.header(Header.IF_NONE_MATCH);
    if (tags != null) {
      return Arrays.stream(tags.split(","))
          .map(String::strip)
          .anyMatch(t -> t.equals("*") || weak(t).equals(tag));
    }
    var since = context.header(Header.IF_MODIFIED_SINCE);
    return since != null && modifiedAt > 0 && modifiedAt / 1000 <= seconds(since);
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }

  private static long seconds(String date) {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
    } catch (DateTimeException e) {
      return Long.MIN_VALUE;
    }
  }

  private static String date(long epochMillis) {
    return DATE.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC));
  }

  private static String tag(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
