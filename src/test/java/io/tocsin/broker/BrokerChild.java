package io.tocsin.broker;

import java.nio.file.Path;

/**
 * A broker in a process of its own: {@code FOLDER PORT}. Says {@code ready HOST:PORT}, or {@code
 * refused REASON MESSAGE}; serves until it is told to end.
 */
public final class BrokerChild {
  private BrokerChild() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      var broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      System.out.println("ready " + broker.bootstrapServers());
      Thread.currentThread().join();
    } catch (BrokerUnavailable e) {
      System.out.println("refused " + e.reason() + " " + e.getMessage());
    }
  }
}
