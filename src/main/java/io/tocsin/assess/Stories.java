package io.tocsin.assess;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sorts the rows of one subject, in order of time and id, into stories; assessment, section 3.
 * Leaders are found by what they share, so a row takes the time of a few look-ups however many
 * stories there are.
 */
final class Stories {
  private static final Comparator<Story> EARLIEST =
      Comparator.comparing(Story::leader, Exhibit.ORDER);

  private final long window;
  private final Map<String, Deque<Story>> byStory = new HashMap<>();
  private final Map<String, Deque<Story>> byOrigin = new HashMap<>();
  private final Map<String, Deque<Story>> byCitedOrigin = new HashMap<>();
  private final NearDuplicates byText;

  Stories(Policy.Stories policy) {
    this.window = policy.window().toMillis();
    this.byText = new NearDuplicates(policy.nearDuplicateBits());
  }

  /** The story that a row joins, or a new one that it leads. */
  Story place(Row row) {
    if (row.official()) {
      return new Story(row);
    }
    long since = row.time() - window;
    return Stream.of(
            first(byStory, row.story(), since),
            row.story() == null ? byText.first(row.fingerprint(), since) : null,
            first(row.cites() ? byOrigin : byCitedOrigin, row.origin(), since))
        .filter(Objects::nonNull)
        .min(EARLIEST)
        .orElseGet(() -> lead(row));
  }

  private Story lead(Row row) {
    var story = new Story(row);
    if (row.story() != null) {
      add(byStory, row.story(), story);
    } else {
      byText.add(row.fingerprint(), story);
    }
    add(byOrigin, row.origin(), story);
    if (row.cites()) {
      add(byCitedOrigin, row.origin(), story);
    }
    return story;
  }

  private static void add(Map<String, Deque<Story>> index, String key, Story story) {
    index.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(story);
  }

  private static Story first(Map<String, Deque<Story>> index, String key, long since) {
    var stories = key == null ? null : index.get(key);
    return stories == null ? null : firstSince(stories, since);
  }

  /** The earliest that is not too old; those that are will be for every later row too. */
  static Story firstSince(Deque<Story> stories, long since) {
    while (!stories.isEmpty() && stories.peekFirst().leader().time() < since) {
      stories.removeFirst();
    }
    return stories.peekFirst();
  }
}
