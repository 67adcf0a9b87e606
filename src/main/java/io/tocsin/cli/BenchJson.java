package io.tocsin.cli;

import io.tocsin.bench.BenchReport;
import io.tocsin.bench.measure.Figures;
import io.tocsin.bench.measure.Latency;
import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.Point;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What benches and sweeps found as one line of JSON; times of latency are in ms. */
final class BenchJson {
  private BenchJson() {}

  static String of(BenchReport report) {
    var object = new LinkedHashMap<String, Object>();
    object.put("runs", report.runs().stream().map(run -> run(report, run)).toList());
    object.put("latency", report.latency().stream().map(BenchJson::latency).toList());
    object.put("workload", workload(report));
    return Json.line(object);
  }

  static String of(Curve curve) {
    var object = new LinkedHashMap<String, Object>();
    object.put("sweep", curve.sweep().name().toLowerCase(Locale.ROOT));
    object.put("coreAlone", curve.sweep().isAlone());
    object.put("points", curve.points().stream().map(BenchJson::point).toList());
    return Json.line(object);
  }

  private static Map<String, Object> point(Point point) {
    var object = new LinkedHashMap<String, Object>();
    object.put("series", point.series());
    object.put("at", point.at());
    object.put("cpuMicros", rounded(point.micros()));
    object.put("recordsPerSecond", rounded(point.recordsPerSecond()));
    object.put("peakMemoryMb", rounded(point.memoryMb()));
    return object;
  }

  private static Map<String, Object> run(BenchReport report, Figures run) {
    var object = new LinkedHashMap<String, Object>();
    object.put("name", run.name());
    object.put("recordsPerSecond", rounded(run.rate()));
    object.put("cpuSecondsPerMillion", rounded(run.cpuPerMillion()));
    object.put("peakMemoryMb", rounded(run.peakMemoryMb()));
    object.put("threads", run.threads());
    object.put("brokerCpuSecondsPerMillion", rounded(run.brokerCpuPerMillion()));
    object.put("wholeRecordsPerSecond", rounded(run.wholeRate()));
    object.put("wholeCpuSecondsPerMillion", rounded(run.wholeCpuPerMillion()));
    object.put("logBytesPerRecord", rounded(run.logBytesPerRecord()));
    object.put("diskBytesPerRecord", rounded(run.diskBytesPerRecord()));
    object.put("records", Math.round(run.records()));
    object.put("seconds", rounded(run.seconds()));
    object.put("complete", run.complete());
    object.put("collections", run.pauses());
    object.put("collectionSeconds", rounded(run.pausedSeconds()));
    object.put("deadLetters", run.deadLetters());
    object.put("spread", rounded(report.spreads().get(report.runs().indexOf(run))));
    report
        .floorOf(run)
        .ifPresent(
            floor -> {
              object.put("rateToFloor", rounded(run.rate() / floor.rate()));
              object.put("cpuToFloor", rounded(run.cpuPerMillion() / floor.cpuPerMillion()));
            });
    return object;
  }

  private static Map<String, Object> latency(Latency latency) {
    var object = new LinkedHashMap<String, Object>();
    object.put("name", latency.name());
    object.put("load", latency.load());
    object.put("p50", rounded(latency.change().p50()));
    object.put("p99", rounded(latency.change().p99()));
    object.put("p999", rounded(latency.change().p999()));
    object.put("max", rounded(latency.change().max()));
    object.put("samples", latency.change().samples());
    object.put("missing", latency.change().missing());
    object.put("pingP50", rounded(latency.ping().p50()));
    object.put("pingP99", rounded(latency.ping().p99()));
    object.put("pingP999", rounded(latency.ping().p999()));
    object.put("recordsPerSecond", rounded(latency.rate()));
    object.put("sentPerSecond", rounded(latency.sent()));
    return object;
  }

  private static Map<String, Object> workload(BenchReport report) {
    var workload = report.plan().workload();
    var object = new LinkedHashMap<String, Object>();
    object.put("records", workload.records());
    object.put("entities", workload.entities());
    object.put("regions", workload.regions());
    object.put("skew", workload.skew());
    object.put("claims", workload.claims());
    object.put("depth", workload.depth());
    object.put("late", workload.late());
    object.put("seed", workload.seed());
    object.put("partitions", report.plan().partitions());
    object.put("rounds", report.plan().rounds());
    object.put("jvm", report.plan().flags());
    return object;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
