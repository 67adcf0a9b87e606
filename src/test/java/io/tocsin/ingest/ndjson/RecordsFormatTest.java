package io.tocsin.ingest.ndjson;

import static io.tocsin.ingest.Reading.AUTHORITY;
import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.statement;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import org.junit.jupiter.api.Test;

class RecordsFormatTest {
  private static final String NEWS =
      "{\"id\":\"1\",\"source\":\"bbc\",\"publishedAt\":\"2015-12-06T06:00:00Z\",\"headline\":\"h\"}";
  private static final String STATEMENT =
      "{\"id\":\"2\",\"authority\":\"jtac\",\"issuedAt\":\"2015-12-06T06:00:00Z\",\"action\":\"COMMENT\"}";
  private static final String CONTROL =
      "{\"id\":\"3\",\"type\":\"TICK\",\"at\":\"2015-12-06T06:00:00Z\"}";

  @Test
  void shouldReadAFileOfEvents() {
    var lines =
        "{\"news\":"
            + NEWS
            + "}\n\n{\"statement\":"
            + STATEMENT
            + "}\r\n"
            + "{\"control\":"
            + CONTROL
            + "}";

    var harvest = text(lines, NOBODY);

    assertThat(harvest.refusals()).isEmpty();
    assertThat(harvest.records())
        .hasExactlyElementsOfTypes(NewsEvent.class, OfficialStatement.class, Control.class);
  }

  @Test
  void shouldReadBareRecords_andAnArrayOfThem() {
    assertThat(text(NEWS + "\n" + STATEMENT + "\n" + CONTROL, NOBODY).records()).hasSize(3);
    var array = text("[" + NEWS + ", {\"statement\":" + STATEMENT + "}," + CONTROL + "]", NOBODY);
    assertThat(array.records()).hasSize(3);
  }

  @Test
  void shouldGiveTheSpeakersNameToWhatBearsNone() {
    var news = NEWS.replace("\"source\":\"bbc\",", "");
    var statement = STATEMENT.replace("\"authority\":\"jtac\",", "");

    assertThat(event(text(news, SOURCE)).source()).isEqualTo("courier");
    assertThat(event(text(NEWS, SOURCE)).source()).isEqualTo("bbc");
    assertThat(statement(text(statement, AUTHORITY)).authority()).isEqualTo("home-office");
    assertThat(why(text(news, NOBODY))).contains("source must not be blank");
  }

  @Test
  void shouldRefuseABadLineAlone() {
    var lines =
        NEWS
            + "\n{\"id\":\"4\",\"headline\":\"h\",\"colour\":1}\nnonsense\n"
            + NEWS.replace("\"1\"", "\"5\"");

    var harvest = text(lines, NOBODY);

    assertThat(harvest.records()).hasSize(2);
    assertThat(why(harvest))
        .contains("line 2: ")
        .contains("colour")
        .contains("line 3: json must be");
  }

  @Test
  void shouldRefuseAnItemOfNoKind() {
    var harvest = text("[" + NEWS + ",{\"a\":1},\"b\",{\"news\":[]}]", NOBODY);

    assertThat(harvest.records()).hasSize(1);
    assertThat(why(harvest))
        .contains("item 2: record must be one of news, statement and control")
        .contains("item 3: record must be an object")
        .contains("item 4: news must be an object");
  }
}
