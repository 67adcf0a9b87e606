package io.tocsin.app;

import io.tocsin.deliver.cap.Profile;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.VerificationKey;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Readers of single values; each throws {@link IllegalArgumentException} for what is not one. */
final class Values {
  private static final Pattern NAME = Pattern.compile("(?=.*[a-zA-Z0-9])[a-zA-Z0-9._-]{1,100}");
  private static final Pattern HOST_PORT =
      Pattern.compile("([A-Z0-9_]+://)?(\\[[0-9a-fA-F:.%]+]|[^\\s:,/\\[\\]]+):(\\d{1,5})");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
  private static final long LONGEST_COMMIT = Duration.ofMinutes(5).toMillis();

  private Values() {}

  static int whole(String text, int least, int greatest) {
    int number = Integer.parseInt(text);
    require(number >= least && number <= greatest);
    return number;
  }

  /** A port, or -1 for {@code off}; YAML reads that word as false. */
  static int portOrOff(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    return word.equals("off") || word.equals("false") ? -1 : whole(text, 0, 65_535);
  }

  static short replication(String text) {
    int number = whole(text, -1, 32);
    require(number != 0);
    return (short) number;
  }

  static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A name that Kafka takes as part of a topic's. */
  static String name(String text) {
    require(NAME.matcher(text).matches());
    return text;
  }

  static String filled(String text) {
    require(!text.isBlank());
    return text;
  }

  static String sender(String text) {
    require(Profile.isSender(text));
    return text;
  }

  static String servers(String text) {
    return Arrays.stream(text.split(",", -1)).map(Values::server).collect(Collectors.joining(","));
  }

  static URI address(String text) {
    var address = URI.create(text);
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    require(address.getHost() != null && (scheme.equals("http") || scheme.equals("https")));
    return address;
  }

  /** What an address tells is shown; a login is not to be. */
  static URI withoutLogin(String text) {
    var address = address(text);
    require(address.getUserInfo() == null);
    return address;
  }

  static Duration commitInterval(String text) {
    var parts = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    require(parts.matches());
    long unit =
        switch (parts.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          default -> 60_000;
        };
    long millis = Long.parseLong(parts.group(1)) * unit;
    require(millis >= 1 && millis <= LONGEST_COMMIT);
    return Duration.ofMillis(millis);
  }

  /** Public keys, each name once. */
  static List<VerificationKey> keys(String text) {
    try {
      var keys =
          Arrays.stream(text.split("\\|", -1))
              .map(String::strip)
              .map(VerificationKey::parse)
              .toList();
      require(keys.stream().map(VerificationKey::id).distinct().count() == keys.size());
      return keys;
    } catch (InvalidRecord e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String server(String text) {
    var parts = HOST_PORT.matcher(text.strip());
    require(parts.matches());
    whole(parts.group(3), 1, 65_535);
    return text.strip();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
