package io.tocsin.cli;

import io.tocsin.app.FeedDesk;
import io.tocsin.app.Watch;
import io.tocsin.cli.text.Samples;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Two feeds, of which one is troubled. */
final class SampleFeeds implements FeedDesk {
  @Override
  public List<Entry> check(String file) {
    var where = file == null ? "https://example.org/feed" : file;
    return List.of(new Entry("wire", where, "", "reuters", null, Duration.ofMinutes(5)));
  }

  @Override
  public List<State> list() {
    return List.of(
        new State(
            "wire",
            "fine",
            "https://example.org/feed",
            null,
            Samples.NOW.minusSeconds(60),
            Samples.NOW.minusSeconds(60),
            Samples.NOW.plusSeconds(240),
            0,
            null,
            "",
            30,
            42,
            3,
            1,
            List.of("item 3: headline must not be blank")),
        new State(
            "desk",
            "troubled",
            "/in",
            null,
            Samples.NOW,
            null,
            Samples.NOW.plusSeconds(60),
            2,
            "no file",
            "there is no /in",
            0,
            0,
            0,
            0,
            List.of()));
  }

  @Override
  public List<Looked> poll(String id, Watch watch) {
    return List.of(
        new Looked("wire", true, "changed", 2, 1, 0, ""),
        new Looked("desk", false, "no file", 0, 0, 0, "there is no /in"));
  }

  @Override
  public List<Looked> preview(String id, Consumer<String> lines, Watch watch) {
    lines.accept("{\"news\":{\"id\":\"" + id + ":1\"}}");
    return List.of(new Looked(id, true, "changed", 1, 0, 0, ""));
  }
}
