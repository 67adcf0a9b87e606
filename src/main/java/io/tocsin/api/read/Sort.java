package io.tocsin.api.read;

import io.tocsin.deliver.board.Order;
import java.util.Locale;

/**
 * How levels are sorted, by name; a dash in front turns it round.
 *
 * @param reversed last first
 */
record Sort(Order order, boolean reversed) {
  static final Sort USUAL = new Sort(Order.LEVEL, false);
  static final String RULE =
      "must be level, score, time, gap, entity or region, with a dash in front to turn it round";

  /**
   * @throws IllegalArgumentException for what is no order
   */
  static Sort of(String text) {
    boolean reversed = text.startsWith("-");
    var name = reversed ? text.substring(1) : text;
    return new Sort(Order.valueOf(name.toUpperCase(Locale.ROOT)), reversed);
  }
}
