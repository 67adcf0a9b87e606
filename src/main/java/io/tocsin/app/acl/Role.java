package io.tocsin.app.acl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a process or a person does with Tocsin's topics. One may have several of them. */
public enum Role {
  OPERATOR("sets up topics, looks with doctor"),
  PROCESSOR("process, up: reads what is published, tells changes"),
  NEWS_PUBLISHER("publishes news, by command, HTTP or client"),
  STATEMENT_PUBLISHER("publishes official statements"),
  CONTROL_PUBLISHER("publishes pins, releases, silences and ticks"),
  FEEDS("looks at feeds and publishes what is new there"),
  REPLAY("replay: publishes history and waits for what comes of it"),
  SUBSCRIBER("subscribe, and clients that hear changes"),
  READER("levels, watch, explain, and HTTP as far as it reads"),
  WEBHOOKS("tells endpoints of changes, and lists and logs it"),
  DEAD_LETTERS("lists, shows and retries dead letters, by command or HTTP");

  private final String about;

  Role(String about) {
    this.about = about;
  }

  /** What it does, in a line. */
  public String about() {
    return about;
  }

  /** As it is written: {@code news-publisher}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> ofTitle(String title) {
    return Arrays.stream(values()).filter(role -> role.title().equals(title)).findFirst();
  }
}
