package io.tocsin.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What newsrooms do to a text that they take over. */
enum Edit {
  /** A dateline before the text and the desk's names behind it. */
  AGENCY_TAG {
    @Override
    Document of(Document d, Document other) {
      return new Document(
          d.id(),
          d.headline(),
          "LONDON, Dec 5 (Reuters) - "
              + d.body()
              + " (Reporting by Ann Example in London and Bob Sample in Paris; Editing by Carl Test)");
    }
  },
  /** Who wrote it, when, and whom to ask. */
  BYLINE {
    @Override
    Document of(Document d, Document other) {
      return new Document(
          d.id(),
          d.headline(),
          "By Dana Model, Security Correspondent\nPublished 12:40 GMT, updated 14:05 GMT\n"
              + d.body());
    }
  },
  /** What every page of a site ends with. */
  BOILERPLATE {
    @Override
    Document of(Document d, Document other) {
      return new Document(d.id(), d.headline(), d.body() + FOOTER);
    }
  },
  /** Another headline. */
  HEADLINE {
    @Override
    Document of(Document d, Document other) {
      return new Document(d.id(), sentences(other.body()).get(0), d.body());
    }
  },
  /** Typographer's quotation marks and dashes, and a spelling of the other side of the ocean. */
  HOUSE_STYLE {
    @Override
    Document of(Document d, Document other) {
      var body =
          d.body()
              .replace('"', '\u201d')
              .replace('\'', '\u2019')
              .replace(" - ", " \u2014 ")
              .replace("isation", "ization")
              .replace("our ", "or ")
              .replace("per cent", "percent")
              .replace("U.S.", "US");
      return new Document(d.id(), d.headline(), body);
    }
  },
  /** The last third left out. */
  CUT {
    @Override
    Document of(Document d, Document other) {
      var sentences = sentences(d.body());
      return new Document(
          d.id(), d.headline(), joined(sentences.subList(0, share(sentences, 2, 3))));
    }
  },
  /** The second half left out. */
  HALVED {
    @Override
    Document of(Document d, Document other) {
      var sentences = sentences(d.body());
      return new Document(
          d.id(), d.headline(), joined(sentences.subList(0, share(sentences, 1, 2))));
    }
  },
  /** Two sentences of news before the old text. */
  UPDATE {
    @Override
    Document of(Document d, Document other) {
      var news = sentences(other.body());
      return new Document(
          d.id(), d.headline(), joined(news.subList(0, Math.min(2, news.size()))) + " " + d.body());
    }
  },
  /** Each fourth sentence told in other words. */
  REWORDED {
    @Override
    Document of(Document d, Document other) {
      var sentences = new ArrayList<>(sentences(d.body()));
      var words = sentences(other.body());
      for (int i = 3; i < sentences.size(); i += 4) {
        sentences.set(i, words.get(i % words.size()));
      }
      return new Document(d.id(), d.headline(), joined(sentences));
    }
  },
  /** Tagged, cut, another headline above and the site's footer below. */
  SYNDICATED {
    @Override
    Document of(Document d, Document other) {
      var copy = HEADLINE.of(CUT.of(d, other), other);
      return BOILERPLATE.of(AGENCY_TAG.of(copy, other), other);
    }
  };

  static final String FOOTER =
      "\nRead more: our live coverage, the day in pictures and the week's long read. Sign up to our"
          + " morning newsletter and never miss a story. Follow us on social media. Do you have a"
          + " tip? Write to our newsroom in confidence. This material may not be published,"
          + " broadcast, rewritten or redistributed without permission. All rights reserved.";

  private static final Pattern BREAK = Pattern.compile("(?<=[.!?][\"\u201d]?)\\s+(?=\\p{Lu})");

  /**
   * A copy of a document.
   *
   * @param other what to take strange sentences from
   */
  abstract Document of(Document document, Document other);

  static List<String> sentences(String body) {
    return List.of(BREAK.split(body));
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences);
  }

  private static int share(List<String> sentences, int part, int whole) {
    return Math.max(1, sentences.size() * part / whole);
  }
}
