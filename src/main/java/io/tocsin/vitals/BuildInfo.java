package io.tocsin.vitals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.utils.AppInfoParser;

/** What runs, as labels of a gauge that is always 1, so that it can be joined with others. */
public final class BuildInfo {
  private BuildInfo() {}

  public static void bindTo(MeterRegistry meters) {
    Gauge.builder("tocsin.build.info", () -> 1)
        .tag("version", version())
        .tag("kafka", AppInfoParser.getVersion())
        .tag("java", Runtime.version().toString())
        .description("what runs: always 1")
        .register(meters);
  }

  private static String version() {
    var version = BuildInfo.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
