package io.tocsin.cli;

import io.tocsin.app.Options;
import io.tocsin.app.Results.Right;
import io.tocsin.app.acl.Role;
import io.tocsin.cli.text.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What of Kafka's ACLs is asked for, and how it is written. */
final class AclsAsked {
  @Option(
      names = "--acls",
      required = true,
      description = "Lists the least that Kafka has to allow, and checks nothing.")
  private boolean asked;

  @Option(
      names = "--role",
      split = ",",
      paramLabel = "ROLE",
      converter = Roles.class,
      completionCandidates = Titles.class,
      description = "Of these roles alone: ${COMPLETION-CANDIDATES}.")
  private List<Role> roles = List.of(Role.values());

  @Option(
      names = "--principal",
      paramLabel = "USER",
      description = "Who they are for in commands and JSON; else ${DEFAULT-VALUE}.")
  private String principal = "User:tocsin";

  @Option(names = "--commands", description = "As commands of kafka-acls.sh.")
  private boolean commands;

  List<String> lines(Root root) {
    var options = root.options();
    var wanted = EnumSet.copyOf(roles);
    var rights = root.desk().rights(options, wanted);
    if (root.json()) {
      return rights.stream().map(this::json).toList();
    }
    return commands
        ? AclCommands.of(rights, principal, servers(options))
        : table(wanted, rights, root);
  }

  private static String servers(Options options) {
    return options.kafka().isEmbedded() ? "HOST:PORT" : options.kafka().bootstrapServers();
  }

  private String json(Right right) {
    return Json.line(
        "role", right.role().title(),
        "principal", principal,
        "resource", right.resource(),
        "name", right.name(),
        "pattern", right.prefixed() ? "prefixed" : "literal",
        "operations", right.operations());
  }

  private static List<String> table(EnumSet<Role> roles, List<Right> rights, Root root) {
    var lines = new ArrayList<String>();
    for (var role : roles) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(role.title() + ": " + role.about());
      var table = new Table(Table.left("  RESOURCE"), Table.left("NAME"), Table.left("OPERATIONS"));
      rights.stream().filter(right -> right.role() == role).forEach(right -> row(table, right));
      lines.addAll(table.lines(root.at().outTerminal()));
    }
    return lines;
  }

  private static void row(Table table, Right right) {
    table.row(
        "  " + right.resource(),
        right.prefixed() ? right.name() + "..." : right.name(),
        String.join(", ", right.operations()));
  }

  /** The roles by their titles. */
  static final class Titles implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Arrays.stream(Role.values()).map(Role::title).iterator();
    }
  }

  private static final class Roles implements ITypeConverter<Role> {
    @Override
    public Role convert(String title) {
      return Role.ofTitle(title)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not a role; there are: %s"
                          .formatted(
                              title,
                              Arrays.stream(Role.values())
                                  .map(Role::title)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
