package io.tocsin.extract.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.extract.Context;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EverydayPlacesTest {
  private static final Toponyms FINDER = new Toponyms(Reference.load(null));
  private static final String NONE = "-";

  @ParameterizedTest
  @MethodSource("sentences")
  void shouldNameTheLabelledRegions_whenSentenceIsEveryday(String regions, String sentence) {
    var found =
        FINDER.places(Text.of(sentence), Context.NONE).stream()
            .filter(place -> place.kind() == Place.Kind.NAME)
            .map(Place::region)
            .collect(Collectors.joining(" "));

    assertThat(found.isEmpty() ? NONE : found).isEqualTo(regions);
  }

  static Stream<Arguments> sentences() {
    return lines().stream()
        .filter(line -> !line.isBlank() && line.charAt(0) != '#')
        .map(line -> line.split("\t", 2))
        .map(cells -> Arguments.of(cells[0], cells[1]));
  }

  private static List<String> lines() {
    var resource = EverydayPlacesTest.class.getResourceAsStream("/extract/places.tsv");
    try (var in = Objects.requireNonNull(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
