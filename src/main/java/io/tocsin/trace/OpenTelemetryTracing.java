package io.tocsin.trace;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Tells by OpenTelemetry's SDK; the one class that knows it, and loaded where it is asked for. */
final class OpenTelemetryTracing implements Tracing {
  private static final W3CTraceContextPropagator HEADERS = W3CTraceContextPropagator.getInstance();
  private static final int CLOSE_WITHIN_SECONDS = 5;

  /**
   * What holds where nothing is said: traces alone, in the protocol that needs no other library.
   */
  private static final Map<String, String> PRESETS =
      Map.of(
          "otel.service.name", "tocsin",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;

  private OpenTelemetryTracing(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.tracer = sdk.getTracerProvider().get("io.tocsin");
  }

  /**
   * @throws IllegalArgumentException with what is wrong with the settings
   */
  static Tracing open(Map<String, String> settings) {
    // else it would write to the terminal by itself
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      var configured =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> PRESETS)
              .addPropertiesCustomizer(environment -> settings)
              .build();
      return new OpenTelemetryTracing(configured.getOpenTelemetrySdk());
    } catch (ConfigurationException | IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public Span begin(Work work, List<TraceContext> causes) {
    var cause = causes.isEmpty() ? TraceContext.NONE : causes.get(0);
    boolean wanted = cause.exists() ? cause.isSampled() : work.mayBegin();
    if (!wanted) {
      return new Silent(cause);
    }
    var span = builder(work, causes).setParent(context(cause)).startSpan();
    return span.isRecording() ? new Told(span) : new Silent(cause);
  }

  @Override
  public void close() {
    sdk.getSdkTracerProvider().shutdown().join(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  private SpanBuilder builder(Work work, List<TraceContext> causes) {
    var builder =
        tracer.spanBuilder(work.title()).setSpanKind(SpanKind.valueOf(work.side().name()));
    causes.stream()
        .skip(1)
        .filter(TraceContext::exists)
        .forEach(
            other ->
                builder.addLink(
                    io.opentelemetry.api.trace.Span.fromContext(context(other)).getSpanContext()));
    return builder;
  }

  private static Context context(TraceContext at) {
    return at.exists() ? HEADERS.extract(Context.root(), at, Reader.ONE) : Context.root();
  }

  /** A context as the headers that it is of. */
  private enum Reader implements TextMapGetter<TraceContext> {
    ONE;

    @Override
    public String get(TraceContext carrier, String key) {
      return key.equals(TraceContext.PARENT) ? carrier.parent() : carrier.state();
    }
  }

  /** A span that is recorded. */
  private static final class Told implements Span {
    private final io.opentelemetry.api.trace.Span span;
    private final TraceContext context;

    Told(io.opentelemetry.api.trace.Span span) {
      var headers = new HashMap<String, String>();
      HEADERS.inject(Context.root().with(span), headers, Map::put);
      this.span = span;
      this.context =
          TraceContext.of(headers.get(TraceContext.PARENT), headers.get(TraceContext.STATE));
    }

    @Override
    public TraceContext context() {
      return context;
    }

    @Override
    public Span say(String name, String value) {
      span.setAttribute(name, value);
      return this;
    }

    @Override
    public Span say(String name, long value) {
      span.setAttribute(name, value);
      return this;
    }

    @Override
    public void fail(String why) {
      span.setStatus(StatusCode.ERROR, why);
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
