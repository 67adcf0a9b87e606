package io.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingTest {
  private static final TraceContext SAMPLED =
      TraceContext.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "vendor=1");
  private static final TraceContext OTHER =
      TraceContext.of("00-11111111111111111111111111111111-2222222222222222-01", null);

  @Test
  void shouldPassOnWhatCame_whenNobodyIsTold() {
    try (var tracing = Tracing.open(Map.of());
        var span = tracing.begin(Work.READ, List.of(SAMPLED, OTHER));
        var none = tracing.begin(Work.DELIVER, List.of())) {
      assertThat(span.context()).isEqualTo(SAMPLED);
      assertThat(none.context()).isEqualTo(TraceContext.NONE);
    }
  }

  @Test
  void shouldTellTheCollector_ofWorkInASampledTrace() {
    try (var collector = Collector.open()) {
      TraceContext read;
      try (var tracing = tracing(collector)) {
        try (var span = tracing.begin(Work.READ, List.of(SAMPLED, OTHER))) {
          read = span.context();
          span.say("messaging.destination.name", "tocsin.news").say("n", 1).fail("it is late");
        }
      }

      assertThat(read.traceId()).isEqualTo(SAMPLED.traceId());
      assertThat(read.spanId()).isNotEqualTo(SAMPLED.spanId());
      assertThat(read.state()).isEqualTo("vendor=1");
      assertThat(collector.spans())
          .containsExactly(
              new Collector.Seen(SAMPLED.traceId(), read.spanId(), SAMPLED.spanId(), "read", 1));
    }
  }

  @Test
  void shouldTellOfNothingElse() {
    try (var collector = Collector.open()) {
      try (var tracing = tracing(collector)) {
        for (var cause : List.of(TraceContext.NONE, SAMPLED.unsampled())) {
          try (var span = tracing.begin(Work.READ, cause)) {
            assertThat(span.context()).isEqualTo(cause);
          }
        }
        try (var span = tracing.begin(Work.DELIVER, List.of())) {
          assertThat(span.context()).isEqualTo(TraceContext.NONE);
        }
      }

      assertThat(collector.spans()).isEmpty();
    }
  }

  @Test
  void shouldBeginATraceWithAPost_asTheSamplerSays() {
    try (var collector = Collector.open()) {
      try (var tracing = tracing(collector);
          var span = tracing.begin(Work.PUBLISH, TraceContext.NONE)) {
        assertThat(span.context().isSampled()).isTrue();
      }
      var never = Map.of("otel.traces.sampler", "always_off");
      try (var tracing = tracing(collector, never);
          var span = tracing.begin(Work.PUBLISH, TraceContext.NONE)) {
        assertThat(span.context()).isEqualTo(TraceContext.NONE);
      }

      assertThat(collector.spans()).extracting(Collector.Seen::name).containsExactly("publish");
    }
  }

  @Test
  void shouldRefuseSettingsThatMeanNothing() {
    assertThatThrownBy(
            () ->
                Tracing.open(
                    Map.of(
                        "otel.exporter.otlp.endpoint", "http://127.0.0.1:1",
                        "otel.traces.sampler", "sometimes")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sometimes");
  }

  @Test
  void shouldBeAskedFor_byAnAddressOrAnExporter() {
    assertThat(Tracing.isAskedFor(Map.of("otel.service.name", "x"))).isFalse();
    assertThat(Tracing.isAskedFor(Map.of("otel.exporter.otlp.traces.endpoint", "x"))).isTrue();
    assertThat(Tracing.isAskedFor(Map.of("otel.traces.exporter", "otlp"))).isTrue();
    assertThat(Tracing.isAskedFor(Map.of("otel.traces.exporter", "none"))).isFalse();
    assertThat(
            Tracing.isAskedFor(Map.of("otel.traces.exporter", "otlp", "otel.sdk.disabled", "true")))
        .isFalse();
  }

  private static Tracing tracing(Collector collector) {
    return tracing(collector, Map.of());
  }

  private static Tracing tracing(Collector collector, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("otel.exporter.otlp.endpoint", collector.address());
    return Tracing.open(settings);
  }
}
