package io.tocsin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-12-05T18:00:00Z|2015-12-05T18:00:00Z",
        "2015-12-05T18:00:00.123+01:00|2015-12-05T17:00:00Z",
        "2015-12-05T18:00:00+0100|2015-12-05T17:00:00Z",
        "2015-12-05T18:00:00-00:00|2015-12-05T18:00:00Z",
        "2015-12-05 18:00|2015-12-05T18:00:00Z",
        "2015-12-05T24:00:00Z|2015-12-06T00:00:00Z",
        "2015-12-05|2015-12-05T00:00:00Z",
        "2015-12|2015-12-01T00:00:00Z",
        "2015|2015-01-01T00:00:00Z",
        "20151205|2015-12-05T00:00:00Z",
        "Sat, 05 Dec 2015 18:00:00 GMT|2015-12-05T18:00:00Z",
        "Sat, 05 Dec 2015 18:00:00 EDT|2015-12-05T22:00:00Z",
        "Sat, 05 Dec 2015 18:00:00 +0530|2015-12-05T12:30:00Z",
        "Sat, 05 Dec 2015 18:00:00 GMT+1|2015-12-05T17:00:00Z",
        "Sat, 05 Dec 2015 18:00:00 -0500 (EST)|2015-12-05T23:00:00Z",
        "Sat, 05 Dec 2015 18:00:60 Z|2015-12-05T18:00:59Z",
        "Fri, 05 Dec 2015 18:00 XYZ|2015-12-05T18:00:00Z",
        "5 Dec 15 18:00 UT|2015-12-05T18:00:00Z",
        "5 Dec 99|1999-12-05T00:00:00Z",
        "Saturday, 05-Dec-15 18:00:00 UTC|2015-12-05T18:00:00Z",
        "05 December 2015, 6:00 p.m.|2015-12-05T18:00:00Z",
        "Saturday, December 5, 2015 - 18:00|2015-12-05T18:00:00Z",
        "Sept 5, 2015|2015-09-05T00:00:00Z",
        "Sat Dec  5 18:00:00 2015|2015-12-05T18:00:00Z",
        "Sat Dec 5 18:00:00 CET 2015|2015-12-05T17:00:00Z",
      })
  void shouldReadADate_howeverItIsWritten(String text, Instant moment) {
    assertThat(Dates.parse(text)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2015-13-05T18:00:00Z",
        "2015-02-30",
        "Sat, 05 Foo 2015 18:00:00 GMT",
        "Sat, 05 Dec 2015 25:00:00 GMT",
        "Sat, 05 Dec 2015 18:00:00 +9900",
        "1449338400",
        "Sat, 05 Dec 2015 18:00:00 GMT and a good deal of text behind it that never comes to an end"
      })
  void shouldFindNone_whenATextIsNoDate(String text) {
    assertThat(Dates.parse(text)).isEmpty();
  }
}
