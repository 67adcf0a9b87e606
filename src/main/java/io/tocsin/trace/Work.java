package io.tocsin.trace;

/** What is done of which a span tells. */
public enum Work {
  /** A post over HTTP, until Kafka has its records; may begin a trace. */
  PUBLISH("publish", Side.SERVER),
  /** A record decoded, checked, and turned into evidence. */
  READ("read", Side.CONSUMER),
  /** Evidence applied in one partition, and told. */
  ASSESS("assess", Side.INTERNAL),
  /** A message brought to a webhook, tried once. */
  DELIVER("deliver", Side.CLIENT);

  /** On which side of a call the work is, in the terms of OpenTelemetry. */
  enum Side {
    SERVER,
    CONSUMER,
    INTERNAL,
    CLIENT
  }

  private final String title;
  private final Side side;

  Work(String title, Side side) {
    this.title = title;
    this.side = side;
  }

  /** The name of its spans. */
  public String title() {
    return title;
  }

  Side side() {
    return side;
  }

  /** Whether it may begin a trace; else it is told of only as part of one. */
  boolean mayBegin() {
    return this == PUBLISH;
  }
}
