package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.extract.Told;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a news event says does not depend on who else reads. */
class NewsReaderTest {
  private static final int THREADS = 4;
  private static final int EVENTS = 60;
  private static final Instant PUBLISHED = Instant.parse("2026-03-01T00:00:00Z");
  private static final Reference REFERENCE = Reference.load(null);
  private static final String[] PLACES = {"Birmingham", "Paris", "Brussels", "Hamburg", "Raqqa"};
  private static final String[] SENTENCES = {
    "Police arrested two men in %s on Friday over a plot to bomb a station.",
    "Islamic State claimed the attack in %s, the BBC reported.",
    "He said that one of them had been in contact with a member of Islamic State in %s.",
    "No explosives were found in %s, and nobody was killed last year.",
    "Police denied that there had been an attack in %s.",
  };

  private static NewsEvent event(int number) {
    var body = new StringBuilder();
    for (int i = 0; i < 1 + number % 7; i++) {
      var sentence = SENTENCES[(number + i * 3) % SENTENCES.length];
      body.append(sentence.formatted(PLACES[(number + i) % PLACES.length])).append(' ');
    }
    return new NewsEvent(
        "n" + number,
        "reuters",
        null,
        PUBLISHED,
        "Police search homes in " + PLACES[number % PLACES.length],
        body.toString(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        0,
        null,
        null,
        Map.of());
  }

  private static List<NewsEvent> events() {
    return IntStream.range(0, EVENTS).mapToObj(NewsReaderTest::event).toList();
  }

  private static List<Told> alone(List<NewsEvent> events) {
    var reader = new NewsReader(REFERENCE);
    return events.stream().map(reader::read).toList();
  }

  /** Reads all events, beginning with another one than the other threads do. */
  private static List<Told> told(
      NewsReader reader, List<NewsEvent> events, int first, CyclicBarrier start) throws Exception {
    start.await();
    var told = new Told[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      int at = (first + i) % EVENTS;
      told[at] = reader.read(events.get(at));
    }
    return List.of(told);
  }

  @Test
  void shouldTellEachThreadTheSameAsOneAlone_whenSeveralShareAReaderThatKnowsNothingYet()
      throws Exception {
    var events = events();
    var shared = new NewsReader(REFERENCE);
    var start = new CyclicBarrier(THREADS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var readings = new ArrayList<Future<List<Told>>>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * EVENTS / THREADS;
        readings.add(threads.submit(() -> told(shared, events, first, start)));
      }

      var expected = alone(events);
      assertThat(expected.stream().filter(told -> !told.claims().isEmpty()))
          .hasSizeGreaterThan(EVENTS / 2);
      for (var reading : readings) {
        assertThat(reading.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
