package io.tocsin.ingest.format;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What HTML says, without its marks. */
public final class PlainText {
  private static final Pattern MARKED = Pattern.compile("<[a-zA-Z/!]|&#?\\w{1,31};");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0\\x0B\\f\\r]+");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String UNREAD = "script,style,template,noscript,iframe";

  /** What is behind this many characters is cut: it would not be in a body that may be sent. */
  private static final int LONGEST = 2_000_000;

  private PlainText() {}

  /** One line: for headlines. Empty for {@code null}. */
  public static String line(String html) {
    return SPACES.matcher(text(html)).replaceAll(" ").strip();
  }

  /** A line for each block: for bodies, whose sentences must not run into each other. */
  public static String lines(String html) {
    var text = BLANKS.matcher(text(html)).replaceAll(" ");
    return LINES.matcher(text).replaceAll("\n").strip();
  }

  private static String text(String html) {
    if (html == null) {
      return "";
    }
    if (html.length() > LONGEST) {
      return text(html.substring(0, LONGEST));
    }
    if (!MARKED.matcher(html).find()) {
      return printable(html);
    }
    var body = Jsoup.parse(html).body();
    body.select(UNREAD).remove();
    var text = new StringBuilder();
    body.traverse(new Written(text));
    return printable(text.toString());
  }

  /** Control characters of Latin-1 are always meant as those of windows-1252. */
  private static String printable(String text) {
    if (text.chars().noneMatch(PlainText::isControl)) {
      return text;
    }
    var printable = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c ->
                printable.append(
                    isControl(c)
                        ? new String(new byte[] {(byte) c}, WINDOWS)
                        : Character.toString(c)));
    return printable.toString();
  }

  private static boolean isControl(int c) {
    return c >= 0x80 && c < 0xA0;
  }

  private record Written(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(SPACES.matcher(words.getWholeText()).replaceAll(" "));
      } else {
        breakLine(node);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      breakLine(node);
    }

    private void breakLine(Node node) {
      if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
        text.append('\n');
      }
    }
  }
}
