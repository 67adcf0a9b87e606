package io.tocsin.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Event time over real time: {@code 60}, {@code 60x}, or {@code max}. */
final class Speeds implements ITypeConverter<Double> {
  private static final Pattern FACTOR = Pattern.compile("(\\d{1,9}(\\.\\d{1,6})?)x?");

  @Override
  public Double convert(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    var factor = FACTOR.matcher(text);
    double speed = factor.matches() ? Double.parseDouble(factor.group(1)) : 0;
    if (speed <= 0) {
      throw new TypeConversionException(
          "'" + text + "' is not a speed: give max, or event time over real time as 60 or 60x");
    }
    return speed;
  }
}
