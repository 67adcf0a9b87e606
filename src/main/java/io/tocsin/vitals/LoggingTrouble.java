package io.tocsin.vitals;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/**
 * Says on standard error what is wrong with logging itself, such as a log folder that cannot be
 * written; Logback left alone would say it on standard output, along with all that went well.
 */
public final class LoggingTrouble implements StatusListener {
  @Override
  public void addStatusEvent(Status status) {
    if (status.getEffectiveLevel() >= Status.WARN) {
      System.err.println("logging: " + status.getMessage());
    }
  }

  @Override
  public boolean isResetResistant() {
    return false;
  }
}
