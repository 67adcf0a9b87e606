package io.tocsin.app;

import io.tocsin.app.acl.Right;
import io.tocsin.app.acl.Role;
import io.tocsin.testing.SecuredKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/** A user of the secured Kafka for each role, who may do what doctor says of it and no more. */
final class SecuredRoles {
  private static final String PREFIX = "guarded";

  private final SecuredKafka kafka;
  private final Path folder;
  private final Map<Role, Map<String, String>> logins = new EnumMap<>(Role.class);
  private final Map<String, String> sets = new TreeMap<>();

  /**
   * @param sets more of the configuration
   */
  SecuredRoles(SecuredKafka kafka, Path folder, Map<String, String> sets) {
    this.kafka = kafka;
    this.folder = folder;
    this.sets.putAll(sets);
    for (var role : Role.values()) {
      var login = kafka.scram(user(role));
      logins.put(role, role == Role.PROCESSOR ? inFile(login) : login);
      kafka.allow(acls(role));
    }
  }

  /** The same with its password in a file, which Kafka's clients read themselves. */
  private Map<String, String> inFile(Map<String, String> login) {
    try {
      var secrets = new Properties();
      secrets.setProperty("jaas", login.get("sasl.jaas.config"));
      var file = folder.resolve("kafka.properties");
      try (var writer = Files.newBufferedWriter(file)) {
        secrets.store(writer, null);
      }
      var other = new TreeMap<>(login);
      other.put("config.providers", "file");
      other.put("config.providers.file.class", FileConfigProvider.class.getName());
      other.put("sasl.jaas.config", "${file:%s:jaas}".formatted(file));
      return other;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String user(Role role) {
    return "t-" + role.title();
  }

  /** What the role's user is allowed. */
  List<AclBinding> acls(Role role) {
    return rights(role).stream().flatMap(right -> right.acls("User:" + user(role))).toList();
  }

  List<Right> rights(Role role) {
    return RightsDesk.rights(options(role)).of(List.of(role));
  }

  Options options(Role role) {
    return options(logins.get(role));
  }

  /** The same with another login. */
  Options options(Map<String, String> login) {
    var all = new TreeMap<>(sets);
    all.put("topics.prefix", PREFIX);
    all.put("topics.partitions", "2");
    all.put("clock", "stream");
    login.forEach((key, value) -> all.put("kafka." + key, value));
    var flags = Map.of(Key.DATA, folder.resolve("data").toString());
    return OptionsReader.read(new Given(flags, all, Map.of(), null, folder, folder, 2));
  }

  /** The commands. */
  Desk desk() {
    return desk(new Closers(name -> {}));
  }

  /** The same for one that leaves something open. */
  Desk desk(Closers closers) {
    return new Tocsin(
        closers, new Shutdown(Thread.currentThread(), () -> {}), InstantSource.system());
  }

  /** The authoriser's words of a role's user. */
  List<String> decisions(Role role) {
    var user = "Principal = User:" + user(role) + " is ";
    return kafka.decisions().stream().filter(line -> line.contains(user)).toList();
  }

  /** The processor's. */
  String group() {
    return PREFIX + "-processor";
  }

  String topic(String name) {
    return PREFIX + "." + name;
  }
}
