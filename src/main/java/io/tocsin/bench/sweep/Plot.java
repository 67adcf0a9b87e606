package io.tocsin.bench.sweep;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A curve drawn as SVG: the number varied to the right, cost upwards from nothing. */
public final class Plot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;

  private Plot() {}

  /**
   * Writes {@code performance-NAME.svg} into a folder, which is made where it is missing.
   *
   * @return the file
   */
  public static Path write(Curve curve, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(folder);
    var file =
        folder.resolve("performance-" + curve.sweep().name().toLowerCase(Locale.ROOT) + ".svg");
    ChartEncoder.saveChart(chart(curve), file.toString(), "svg");
    Files.writeString(file, shortened(Files.readString(file)));
    return file;
  }

  /**
   * Letters are drawn as outlines; a tenth of a pixel is enough for them, and half of the bytes.
   */
  private static String shortened(String svg) {
    return svg.replaceAll("(\\d\\.\\d)\\d+", "$1");
  }

  private static XYChart chart(Curve curve) {
    var chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(curve.sweep().label())
            .yAxisTitle("µs of processor time each")
            .build();
    var styler = chart.getStyler();
    styler.setXAxisLogarithmic(curve.sweep().isLogarithmic());
    styler.setYAxisMin(0.0);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    for (var series : curve.series()) {
      var points = curve.of(series);
      chart.addSeries(
          series,
          points.stream().mapToDouble(Point::at).toArray(),
          points.stream().mapToDouble(Point::micros).toArray());
    }
    return chart;
  }
}
