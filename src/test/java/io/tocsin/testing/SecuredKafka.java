package io.tocsin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.awaitility.Awaitility;

/**
 * A real Kafka server in a JVM of its own that lets nobody in without a login and nobody do what no
 * ACL allows: SASL over TLS on one port, certificates of clients on another, its own authority, and
 * every decision of its authoriser written down.
 */
public final class SecuredKafka implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String ADMIN = "admin";
  private static final int ITERATIONS = 4096;
  private static final String HOST = "localhost";

  private final Path folder;
  private final String password;
  private final SelfMadeCa ca;
  private final Path trust;
  private final List<Integer> ports;
  private final ChildJvm child;
  private final Admin admin;

  private SecuredKafka(Path folder, String password) throws Exception {
    this.folder = folder;
    this.password = password;
    this.ca = new SelfMadeCa(folder, password);
    this.trust = ca.trust();
    this.ports = freePorts(4);
    ca.issue("server");
    format();
    child =
        ChildJvm.of(Class.forName("kafka.Kafka", false, SecuredKafka.class.getClassLoader()))
            .flags("-Xmx256m", "-Dlogback.configurationFile=" + logging())
            .args(settings())
            .start();
    admin = Admin.create(new TreeMap<String, Object>(plain(ADMIN)));
    awaitServing();
  }

  /**
   * Starts one; returns when it serves.
   *
   * @param password of all users, and of all files of keys
   */
  public static SecuredKafka start(Path folder, String password) {
    try {
      return new SecuredKafka(Files.createDirectories(folder), password);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a user that logs in with SCRAM-SHA-512, and who is made known to the server. */
  public Map<String, String> scram(String user) {
    var upsertion =
        new UserScramCredentialUpsertion(
            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password);
    get(admin.alterUserScramCredentials(List.of(upsertion)).all().toCompletionStage());
    return sasl("SCRAM-SHA-512", "scram.ScramLoginModule", user);
  }

  /** Of one of the users that log in with PLAIN: admin, who may do everything, and plain. */
  public Map<String, String> plain(String user) {
    return sasl("PLAIN", "plain.PlainLoginModule", user);
  }

  /** Of a user that shows a certificate. */
  public Map<String, String> certified(String user) {
    var settings = trusting("SSL", ports.get(1));
    settings.put("ssl.keystore.location", ca.issue(user).toString());
    settings.put("ssl.keystore.password", password);
    settings.put("ssl.keystore.type", "PKCS12");
    return settings;
  }

  public SelfMadeCa ca() {
    return ca;
  }

  /** What the administrator asks and orders. */
  public Admin admin() {
    return admin;
  }

  public void allow(Collection<AclBinding> acls) {
    get(admin.createAcls(acls).all().toCompletionStage());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(admin.describeAcls(AclBindingFilter.ANY).values().toCompletionStage())
                    .containsAll(acls));
  }

  public void forbid(Collection<AclBinding> acls) {
    get(
        admin
            .deleteAcls(acls.stream().map(AclBinding::toFilter).toList())
            .all()
            .toCompletionStage());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(admin.describeAcls(AclBindingFilter.ANY).values().toCompletionStage()).stream()
                    .noneMatch(acls::contains));
  }

  /** The authoriser's decisions so far, a line each. */
  public List<String> decisions() {
    try {
      return Files.readAllLines(audit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    child.close();
  }

  private Map<String, String> sasl(String mechanism, String module, String user) {
    var settings = trusting("SASL_SSL", ports.get(0));
    settings.put("sasl.mechanism", mechanism);
    settings.put("sasl.jaas.config", jaas(module, user));
    return settings;
  }

  private String jaas(String module, String user) {
    return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
        .formatted(module, user, password);
  }

  private Map<String, String> trusting(String protocol, int port) {
    var settings = new TreeMap<String, String>();
    settings.put("bootstrap.servers", HOST + ":" + port);
    settings.put("security.protocol", protocol);
    settings.put("ssl.truststore.location", trust.toString());
    settings.put("ssl.truststore.password", password);
    settings.put("ssl.truststore.type", "PKCS12");
    return settings;
  }

  private void awaitServing() {
    Awaitility.await("the secured Kafka")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              if (!child.isAlive()) {
                throw new AssertionError(child.out() + " " + child.err());
              }
              return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
            });
  }

  private static <T> T get(java.util.concurrent.CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Path logs() {
    return folder.resolve("log");
  }

  private Path audit() {
    return folder.resolve("audit.log");
  }

  private void format() throws Exception {
    var logs = logs().toString();
    try (var nowhere =
        new java.io.PrintStream(
            java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setDirectories(List.of(logs))
          .setMetadataLogDirectory(logs)
          .setControllerListenerName("CONTROLLER")
          .run();
    }
  }

  private Path logging() throws IOException {
    return Files.writeString(
        folder.resolve("logback.xml"),
        """
        <configuration>
          <appender name="audit" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder><pattern>%%msg%%n</pattern></encoder>
          </appender>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%%level %%logger{0} %%msg%%n%%ex</pattern></encoder>
          </appender>
          <logger name="kafka.authorizer.logger" level="TRACE" additivity="false">
            <appender-ref ref="audit"/>
          </logger>
          <root level="WARN"><appender-ref ref="out"/></root>
        </configuration>
        """
            .formatted(audit()));
  }

  private Path settings() throws IOException {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    var where = "%s://" + HOST + ":%d";
    var names = List.of("SASL", "MTLS", "INSIDE", "CONTROLLER");
    var listeners = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      listeners.add(where.formatted(names.get(i), ports.get(i)));
    }
    settings.put("listeners", String.join(",", listeners));
    settings.put("advertised.listeners", String.join(",", listeners.subList(0, 3)));
    settings.put(
        "listener.security.protocol.map",
        "SASL:SASL_SSL,MTLS:SSL,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "INSIDE");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, ports.get(3)));
    settings.put("log.dirs", logs().toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    for (var topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
      settings.put(topic + ".num.partitions", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    security(settings);
    var file = folder.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    return file;
  }

  private void security(Properties settings) {
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS;User:" + ADMIN);
    settings.put("ssl.keystore.location", folder.resolve("server.p12").toString());
    settings.put("ssl.keystore.password", password);
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.truststore.location", trust.toString());
    settings.put("ssl.truststore.password", password);
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT");
    settings.put("listener.name.mtls.ssl.client.auth", "required");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
    settings.put(
        "listener.name.sasl.plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\" user_plain=\"%s\";"
            .formatted(ADMIN, password, password));
    settings.put(
        "listener.name.sasl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }
}
