package io.tocsin.deliver.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkTest {

  @Property(tries = 200)
  void shouldComeBackAsItWas_whenWritten(
      @ForAll @Size(min = 1, max = 32) List<@LongRange(min = 0) Long> next) {
    var bookmark = Bookmark.of(next.stream().mapToLong(Long::longValue).toArray());

    assertThat(Bookmark.parse(bookmark.toString())).hasValue(bookmark);
  }

  @Test
  void shouldTakeThirtyCharacters_forEightPartitionsOfManyChanges() {
    var many = Bookmark.of(1_500_000, 1_400_000, 1, 0, 900_000, 2_000_000, 1_700_000, 12);

    assertThat(many.toString()).hasSizeLessThanOrEqualTo(32).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "AQ", "AYA", "AgE", "!", "12", "Af____________8B", "AYCAgICAgICAgIABAA"})
  void shouldBeRefused_whenNoBookmarkWroteIt(String text) {
    assertThat(Bookmark.parse(text)).isEmpty();
  }

  @Test
  void shouldBeginAtTheStart_ofAPartitionThatThereWasNotYet() {
    var before = Bookmark.of(5, 6);

    assertThat(before.next(2)).isZero();
    assertThat(before.with(2, 1)).isEqualTo(Bookmark.of(5, 6, 1));
    assertThat(Bookmark.of(5, 6, 0).reaches(before)).isTrue();
    assertThat(before.reaches(Bookmark.of(5, 6, 1))).isFalse();
  }
}
