package io.tocsin.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long is waited for a condition where a test does not say: on a machine with other work ten
 * seconds, Awaitility's own, are over before anything is wrong. Registered for every test.
 */
public final class Patience implements BeforeAllCallback {
  private static final Duration USUAL = Duration.ofMinutes(2);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(USUAL);
  }
}
