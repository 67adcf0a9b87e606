package io.tocsin.vitals;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps a line off the terminal that it has shown within the last half minute, such as a client's
 * word, many times a second, that its broker is not there. Lines that differ in numbers alone, an
 * attempt or a correlation id, are one.
 */
public final class Repeats extends Filter<ILoggingEvent> {
  private static final long QUIET_MILLIS = 30_000;
  private static final int REMEMBERED = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<String, Long> shown =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    var words = NUMBER.matcher(String.valueOf(event.getFormattedMessage())).replaceAll("#");
    var line = event.getLoggerName() + event.getLevel() + words;
    var last = shown.get(line);
    if (last != null && event.getTimeStamp() - last < QUIET_MILLIS) {
      return FilterReply.DENY;
    }
    shown.remove(line);
    shown.put(line, event.getTimeStamp());
    return FilterReply.NEUTRAL;
  }
}
