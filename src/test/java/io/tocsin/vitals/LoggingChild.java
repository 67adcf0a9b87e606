package io.tocsin.vitals;

import org.slf4j.LoggerFactory;

/** Logs a line of every kind, and says so on standard output. */
public final class LoggingChild {
  private LoggingChild() {}

  public static void main(String[] args) {
    var ours = LoggerFactory.getLogger("io.tocsin.app.Something");
    ours.debug("our debug");
    ours.info("our info");
    var kafka = LoggerFactory.getLogger("org.apache.kafka.Something");
    kafka.info("their info");
    kafka.warn("their warning");
    kafka.warn("their warning");
    System.out.println("done");
  }
}
