package io.tocsin.cli.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** A terminal whose whole screen is drawn on; closing it gives back what was there. */
public final class FullScreen implements AutoCloseable {
  private final Terminal terminal;
  private final KeyReader keys;
  private Attributes saved;
  private Frame shown;

  FullScreen(Terminal terminal) {
    this.terminal = terminal;
    this.keys = new KeyReader(terminal);
  }

  /** The terminal of this process; empty where there is none that a cursor moves on. */
  public static Optional<FullScreen> ofThisProcess() {
    try {
      // signals stay with the process: JLine would end it on Ctrl-C before the screen is restored
      var terminal =
          TerminalBuilder.builder()
              .system(true)
              .dumb(false)
              .nativeSignals(false)
              .encoding(StandardCharsets.UTF_8)
              .build();
      if (terminal.getStringCapability(Capability.cursor_address) != null) {
        return Optional.of(new FullScreen(terminal));
      }
      terminal.close();
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      // input or output is redirected, or the system keeps the terminal to itself
      return Optional.empty();
    }
  }

  /** Takes the screen; Ctrl-C is a key from now on. */
  void enter() {
    saved = terminal.enterRawMode();
    var raw = terminal.getAttributes();
    raw.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.keypad_xmit);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
  }

  Size size() {
    var size = terminal.getSize();
    return new Size(size.getColumns(), size.getRows());
  }

  /** The next key; empty where none is pressed for so long. */
  Optional<Press> key(long millis) {
    return keys.read(millis);
  }

  /** Shows these lines; writes only what differs from what is shown. */
  void show(Size size, List<String> lines) {
    if (shown != null && !shown.size().equals(size)) {
      forget();
    }
    if (shown == null) {
      terminal.puts(Capability.clear_screen);
    }
    var frame = new Frame(size, lines);
    for (var line : frame.since(shown)) {
      terminal.puts(Capability.cursor_address, line.row(), 0);
      terminal.puts(Capability.clr_eol);
      terminal.writer().write(line.text());
    }
    terminal.flush();
    shown = frame;
  }

  /** All is drawn anew next time. */
  void forget() {
    shown = null;
  }

  @Override
  public void close() {
    // an interruption that asked the run to end must not end this half-way
    boolean interrupted = Thread.interrupted();
    if (saved != null) {
      terminal.puts(Capability.cursor_normal);
      terminal.puts(Capability.keypad_local);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(saved);
    }
    try {
      terminal.close();
    } catch (IOException e) {
      // it is gone, and with it whatever was to be restored
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
