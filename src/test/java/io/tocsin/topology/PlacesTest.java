package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places();

  @Test
  void shouldSayWhereAnEventLies_whenItWasEntered() {
    places.enter("n1", Places.place(7, 255, 3));

    long place = places.supposed("n1");

    assertThat(Places.sheet(place)).isEqualTo(7);
    assertThat(Places.index(place)).isEqualTo(255);
    assertThat(places.supposed("n2")).isEqualTo(Places.NONE);
  }

  @Test
  void shouldLetTheBundleGo_whenItsLastReportIsReleasedByItsLastSubject() {
    places.enter("n1", Places.place(7, 0, 2));
    places.enter("n2", Places.place(7, 1, 1));

    assertThat(places.release("n1")).isEqualTo(Places.NONE);
    assertThat(places.release("n2")).isEqualTo(Places.NONE);
    assertThat(places.isLive(7)).isTrue();
    assertThat(places.release("n1")).isEqualTo(7);
    assertThat(places.isLive(7)).isFalse();
    assertThat(places.supposed("n1")).isEqualTo(Places.NONE);
  }

  @Test
  void shouldLetTheFormerBundleGo_whenARevisionTakesItsPlace() {
    places.enter("n1", Places.place(7, 0, 1));

    assertThat(places.move("n1", Places.place(8, 3, 1))).isEqualTo(7);
    assertThat(Places.sheet(places.supposed("n1"))).isEqualTo(8);
  }

  @Test
  void shouldKeepTheBundle_whenAnEventIsCountedAnew() {
    places.enter("n1", Places.place(7, 0, 1));

    assertThat(places.move("n1", Places.place(7, 0, 4))).isEqualTo(Places.NONE);
    assertThat(places.isLive(7)).isTrue();
  }

  @Test
  void shouldTellThemApart_whenTwoIdsHaveOneHash() {
    var places = new Places(event -> 42);
    var one = "n1";
    var other = "n2";
    places.enter(one, Places.place(1, 1, 1));
    assertThat(places.supposed(other)).isEqualTo(places.supposed(one));

    places.enter(other, Places.place(2, 2, 1));

    assertThat(Places.sheet(places.supposed(one))).isEqualTo(1);
    assertThat(Places.sheet(places.supposed(other))).isEqualTo(2);
    assertThat(places.isApart(other)).isTrue();
    assertThat(places.release(other)).isEqualTo(2);
    assertThat(Places.sheet(places.supposed(one))).isEqualTo(1);
  }

  @Test
  void shouldNeverLetItGo_whenSoManySubjectsHaveItThatTheyAreNotCounted() {
    places.enter("n1", Places.place(7, 0, 1_000_000));

    assertThat(places.release("n1")).isEqualTo(Places.NONE);
    assertThat(Places.sheet(places.supposed("n1"))).isEqualTo(7);
  }
}
