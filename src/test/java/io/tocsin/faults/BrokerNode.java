package io.tocsin.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * Kafka's own server in a process of its own: {@code PROPERTIES CLUSTER-ID}. Formats its folder
 * where it is new; says {@code ready}; serves until it is told to end.
 */
public final class BrokerNode {
  private BrokerNode() {}

  public static void main(String[] args) throws Exception {
    var properties = new Properties();
    try (var file = Files.newBufferedReader(Path.of(args[0]))) {
      properties.load(file);
    }
    format(properties, args[1]);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.startup();
    System.out.println("ready");
    server.awaitShutdown();
  }

  private static void format(Properties properties, String clusterId) throws Exception {
    var folder = properties.getProperty("log.dirs");
    Files.createDirectories(Path.of(folder));
    try (var silence =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silence)
          .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
          .setClusterId(clusterId)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setDirectories(List.of(folder))
          .setMetadataLogDirectory(folder)
          .setControllerListenerName(BrokerFile.CONTROLLER)
          .setIgnoreFormatted(true)
          .run();
    }
  }
}
