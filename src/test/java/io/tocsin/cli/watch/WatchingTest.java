package io.tocsin.cli.watch;

import static io.tocsin.cli.watch.Standings.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.LiveLevels;
import io.tocsin.cli.text.Samples;
import io.tocsin.cli.text.Terminal;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a terminal of JLine's own, without a device behind it. */
class WatchingTest {
  private static final String ENTER_CA_MODE = "\u001b[?1049h";
  private static final String EXIT_CA_MODE = "\u001b[?1049l";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private LineDisciplineTerminal terminal;
  private CompletableFuture<Void> run;

  @BeforeEach
  void watch() throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm", written, StandardCharsets.UTF_8);
    terminal.setSize(new Size(100, 30));
    run =
        CompletableFuture.runAsync(
            () -> {
              try (var full = new FullScreen(terminal)) {
                new Watching(
                        new Still(),
                        full,
                        Standings.words(),
                        new Terminal(true, 100, false, true),
                        null,
                        InstantSource.system(),
                        stopping::get)
                    .run();
              }
            });
    await().until(() -> output().contains("Islamic State"));
  }

  @AfterEach
  void stop() {
    stopping.set(true);
    run.join();
  }

  @Test
  void shouldTakeTheScreenAndGiveItBack_whenSomebodyLeaves() throws IOException {
    assertThat(output()).contains(ENTER_CA_MODE).doesNotContain(EXIT_CA_MODE);
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isFalse();

    press("q");

    await().until(run::isDone);
    assertThat(output()).contains(EXIT_CA_MODE);
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isTrue();
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ISIG)).isTrue();
  }

  @Test
  void shouldLeave_whenCtrlCIsPressed() throws IOException {
    press("\u0003");

    await().until(run::isDone);
    assertThat(output()).contains(EXIT_CA_MODE);
  }

  @Test
  void shouldGiveTheScreenBack_whenTheRunIsAskedToEnd() {
    stopping.set(true);

    await().until(run::isDone);
    assertThat(output()).contains(EXIT_CA_MODE);
  }

  @Test
  void shouldKnowTheKeysOfATerminal_whenTheyAreSequences() throws IOException {
    press("\u001b[B");
    await().until(() -> output().contains(">   unattributed"));

    press("\r");
    await().until(() -> output().contains("triggered by n-3"));

    written.reset();
    press("\u001b");
    await().until(() -> !output().isEmpty());
    press("/東");
    await().until(() -> output().contains("1 of 2 subjects"));
  }

  @Test
  void shouldDrawAnew_whenTheSizeChanges() {
    terminal.setSize(new Size(130, 10));

    await().until(() -> output().contains("SINCE"));
  }

  private void press(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /** Two subjects that stay where they are. */
  private static final class Still implements LiveLevels {
    private final Sight sight =
        Standings.sight(at("isil", "FR-75C", Level.SEVERE), at("_", "JP-13", Level.LOW));

    @Override
    public String cluster() {
      return "127.0.0.1:9092";
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public Sight look() {
      return sight;
    }

    @Override
    public Optional<Detail> detail(Subject subject) {
      return Optional.of(new Detail(Samples.rise(), List.of(Samples.rise())));
    }

    @Override
    public void close() {}
  }
}
