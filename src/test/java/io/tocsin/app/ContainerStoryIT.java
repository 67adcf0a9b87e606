package io.tocsin.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/** On Kafka's own image, through a schema registry in another: in Confluent wire format. */
class ContainerStoryIT extends FoundingStory {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  static final String KAFKA = "apache/kafka:" + AppInfoParser.getVersion();
  static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
  private static final int API = 8080;
  private static final int HEALTH = 9000;

  private static KafkaContainer kafka;
  private static GenericContainer<?> registry;

  @BeforeAll
  static void start() {
    var docker = Docker.here();
    docker.assumeEngine();
    docker.assumeImages(KAFKA, REGISTRY);
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "Testcontainers does not reach the Docker engine, so nothing is tried in containers");
    kafka =
        new KafkaContainer(DockerImageName.parse(KAFKA))
            .withStartupTimeout(PATIENCE)
            .withStartupAttempts(2);
    registry =
        new GenericContainer<>(DockerImageName.parse(REGISTRY))
            .withExposedPorts(API, HEALTH)
            .waitingFor(Wait.forHttp("/health/ready").forPort(HEALTH))
            .withStartupTimeout(PATIENCE);
    Startables.deepStart(kafka, registry).join();
  }

  @AfterAll
  static void stop() {
    if (kafka != null) {
      kafka.stop();
      registry.stop();
    }
  }

  @Override
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  String[] settings() {
    var address = "http://%s:%d/apis/ccompat/v7";
    return new String[] {
      "registry.url", address.formatted(registry.getHost(), registry.getMappedPort(API))
    };
  }

  /** A zero, then the schema's id in the registry. */
  @Override
  boolean isWrittenAsConfigured(byte[] value) {
    return value[0] == 0 && ByteBuffer.wrap(value, 1, Integer.BYTES).getInt() > 0;
  }
}
