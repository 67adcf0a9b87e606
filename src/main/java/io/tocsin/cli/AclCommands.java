package io.tocsin.cli;

import io.tocsin.app.Results.Right;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rights as commands of Kafka's own tool, as few as they can be. */
final class AclCommands {
  private static final String PLAIN = "[A-Za-z0-9:._/-]+";

  private AclCommands() {}

  /** What one command may take together. */
  private record Alike(String resource, boolean prefixed, Set<String> operations) {}

  /**
   * @param principal {@code User:tocsin}
   * @param servers {@code host:port}, several separated by commas
   */
  static List<String> of(Collection<Right> rights, String principal, String servers) {
    var operations = new LinkedHashMap<Right, Set<String>>();
    for (var right : rights) {
      var resource = new Right(null, right.resource(), right.name(), right.prefixed(), List.of());
      operations.computeIfAbsent(resource, one -> new TreeSet<>()).addAll(right.operations());
    }
    Map<Alike, Set<String>> alike = new LinkedHashMap<>();
    operations.forEach(
        (on, all) ->
            alike
                .computeIfAbsent(
                    new Alike(on.resource(), on.prefixed(), all), one -> new LinkedHashSet<>())
                .add(on.name()));
    return alike.entrySet().stream()
        .map(entry -> command(entry.getKey(), entry.getValue(), principal, servers))
        .toList();
  }

  private static String command(Alike alike, Set<String> names, String principal, String servers) {
    return "kafka-acls.sh --bootstrap-server %s --command-config admin.properties --add"
            .formatted(servers)
        + " --allow-principal "
        + quoted(principal)
        + each(" --operation ", alike.operations())
        + each(" --" + alike.resource() + " ", names)
        + (alike.prefixed() ? " --resource-pattern-type prefixed" : "");
  }

  private static String each(String option, Collection<String> values) {
    return values.stream().map(value -> option + value).collect(Collectors.joining());
  }

  /** For a shell: a distinguished name has spaces. */
  private static String quoted(String text) {
    return text.matches(PLAIN) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
