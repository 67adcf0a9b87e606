package io.tocsin.app;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which values must never be shown, and what stands in their place. */
public final class Secrets {
  public static final String HIDDEN = "********";

  private static final List<String> TELLING =
      List.of(
          "password",
          "passphrase",
          "secret",
          "token",
          "credential",
          "jaas",
          "keystore.key",
          "private.key",
          "api.key",
          "apikey",
          "user.info",
          "otlp.headers",
          "otlp.traces.headers",
          "assertion");
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]*@");

  private Secrets() {}

  /** Whether a key holds something secret, whoever defined it. */
  public static boolean isSecret(String key) {
    var name = key.toLowerCase(Locale.ROOT).replace('_', '.');
    return TELLING.stream().anyMatch(name::contains);
  }

  /** The value as it may be printed: hidden where the key is secret, else without login in URLs. */
  public static String shown(String key, String value) {
    return isSecret(key) ? HIDDEN : USER_INFO.matcher(value).replaceAll(HIDDEN + "@");
  }
}
