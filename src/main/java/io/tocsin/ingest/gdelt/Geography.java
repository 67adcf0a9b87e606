package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Address;
import io.tocsin.ingest.format.Listing;
import io.tocsin.ingest.format.Places;
import java.util.Map;
import java.util.Optional;

/** Regions by the way in which GDELT writes places. */
final class Geography {
  private static final Map<String, String> COUNTRIES = Listing.pairs("fips.csv");

  private final Places places;

  Geography(Places places) {
    this.places = places;
  }

  /**
   * A place of GDELT.
   *
   * @param type 1 a country, 2 a state of the USA, 3 a city there, 4 a city, 5 a first-order area
   * @param name from the place to its country, between commas
   * @param country FIPS 10-4
   * @param area the country's code and FIPS 10-4's of the area; in the USA that of the post
   */
  record Spot(String type, String name, String country, String area, String lat, String lon) {}

  /**
   * The narrowest region that is sure: a city by its name or by a middle that is near, else the
   * area, else the country. Empty where it is in none of ours.
   */
  Optional<String> region(Spot spot) {
    var country = COUNTRIES.get(spot.country());
    if (country == null) {
      return Optional.empty();
    }
    boolean city = spot.type().equals("3") || spot.type().equals("4");
    var names = spot.name().split(",");
    return places.of(
        new Address(
            country,
            spot.type().equals("1") ? null : area(spot, names, city),
            city ? names[0].strip() : null,
            city ? degrees(spot.lat(), 90) : null,
            city ? degrees(spot.lon(), 180) : null));
  }

  /** Areas outside the USA have codes that nobody else uses, so they go by their names. */
  private static String area(Spot spot, String[] names, boolean city) {
    if (spot.country().equals("US") && spot.area().length() == 4) {
      return spot.area().substring(2);
    }
    int place = city ? names.length - 2 : 0;
    return place >= (city ? 1 : 0) && place < names.length ? names[place].strip() : null;
  }

  private static Double degrees(String text, double limit) {
    try {
      double degrees = Double.parseDouble(text);
      return Math.abs(degrees) <= limit ? degrees : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
