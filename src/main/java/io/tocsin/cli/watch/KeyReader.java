package io.tocsin.cli.watch;

import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** Keys as a terminal sends them: by its own description, and by what nearly all of them send. */
final class KeyReader {
  private static final long AMBIGUOUS_MILLIS = 100;

  private final BindingReader reader;
  private final KeyMap<Key> keys;

  KeyReader(Terminal terminal) {
    this.reader = new BindingReader(terminal.reader());
    this.keys = keys(terminal);
  }

  /**
   * The next key; empty where none is pressed for so long.
   *
   * @throws org.jline.reader.EndOfFileException where the terminal is gone
   */
  Optional<Press> read(long millis) {
    if (reader.peekCharacter(millis) == NonBlockingReader.READ_EXPIRED) {
      return Optional.empty();
    }
    var key = reader.readBinding(keys);
    if (key == Key.TEXT) {
      var text = reader.getLastBinding();
      return text.codePoints().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(Press.typed(text));
    }
    return Optional.ofNullable(key).map(Press::of);
  }

  private static KeyMap<Key> keys(Terminal terminal) {
    var keys = new KeyMap<Key>();
    keys.setAmbiguousTimeout(AMBIGUOUS_MILLIS);
    keys.setUnicode(Key.TEXT);
    keys.setNomatch(Key.TEXT);
    bind(keys, terminal, Key.UP, Capability.key_up, "\033[A", "\033OA");
    bind(keys, terminal, Key.DOWN, Capability.key_down, "\033[B", "\033OB");
    bind(keys, terminal, Key.PAGE_UP, Capability.key_ppage, "\033[5~");
    bind(keys, terminal, Key.PAGE_DOWN, Capability.key_npage, "\033[6~");
    bind(keys, terminal, Key.FIRST, Capability.key_home, "\033[H", "\033OH", "\033[1~");
    bind(keys, terminal, Key.LAST, Capability.key_end, "\033[F", "\033OF", "\033[4~");
    bind(keys, terminal, Key.BACKSPACE, Capability.key_backspace, "\177", "\b");
    keys.bind(Key.ENTER, "\r", "\n");
    keys.bind(Key.ESCAPE, "\033");
    keys.bind(Key.CLEAR, KeyMap.ctrl('U'));
    keys.bind(Key.REDRAW, KeyMap.ctrl('L'));
    keys.bind(Key.INTERRUPT, KeyMap.ctrl('C'));
    return keys;
  }

  private static void bind(
      KeyMap<Key> keys, Terminal terminal, Key key, Capability capability, String... usual) {
    keys.bind(key, usual);
    var own = KeyMap.key(terminal, capability);
    if (own != null && !own.isEmpty()) {
      keys.bind(key, own);
    }
  }
}
