package io.tocsin.app.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What Kafka does not allow, in words for whoever can mend it.
 *
 * @param what names the resource, and what is needed of it
 * @param advice what to do
 */
public record Denial(String what, String advice) {

  /**
   * What a failure says of rights; empty where it is another one.
   *
   * @param roles what was being done
   */
  public static Optional<Denial> of(Throwable trouble, Rights rights, Collection<Role> roles) {
    for (var at = trouble; at != null; at = at.getCause()) {
      if (at instanceof AuthenticationException) {
        return Optional.of(login(at));
      }
      if (at instanceof AuthorizationException denied) {
        return Optional.of(missing(trouble, denied, rights, roles));
      }
    }
    return Optional.empty();
  }

  private static Denial login(Throwable why) {
    return new Denial(
        "Kafka does not let this client in: " + why.getMessage(),
        "Correct kafka.security.protocol, kafka.sasl.* and kafka.ssl.*, or the user in the cluster.");
  }

  private static Denial missing(
      Throwable trouble, AuthorizationException denied, Rights rights, Collection<Role> roles) {
    var type = type(denied);
    var listed = listed(denied, type, rights.of(roles));
    var names = names(trouble, denied, listed);
    var needed =
        listed.stream().filter(r -> names.stream().anyMatch(n -> r.covers(type, n))).toList();
    var bearers = EnumSet.noneOf(Role.class);
    var operations = EnumSet.noneOf(AclOperation.class);
    needed.forEach(right -> bearers.add(right.role()));
    needed.forEach(right -> operations.addAll(right.operations()));
    var what =
        operations.isEmpty()
            ? "Kafka refuses this user: " + denied.getMessage()
            : "Kafka does not allow this user all that is needed of the %s %s: %s"
                .formatted(word(type), String.join(", ", names), words(operations));
    return new Denial(what, advice(bearers.isEmpty() ? roles : bearers));
  }

  private static String advice(Collection<Role> roles) {
    return "Grant it; all that is needed is listed by: tocsin doctor --acls --role "
        + roles.stream().map(Role::title).collect(Collectors.joining(","));
  }

  private static ResourceType type(AuthorizationException denied) {
    if (denied instanceof GroupAuthorizationException) {
      return ResourceType.GROUP;
    }
    if (denied instanceof TransactionalIdAuthorizationException) {
      return ResourceType.TRANSACTIONAL_ID;
    }
    return ResourceType.TOPIC;
  }

  /** To who may write nowhere Kafka says that of the cluster. */
  private static List<Right> listed(
      AuthorizationException denied, ResourceType type, List<Right> rights) {
    boolean ofCluster = denied instanceof ClusterAuthorizationException;
    return rights.stream()
        .filter(right -> right.on().resourceType() == type)
        .filter(right -> !ofCluster || right.operations().contains(AclOperation.WRITE))
        .toList();
  }

  /** Kafka does not always say which; whoever asked it may have. */
  private static Set<String> names(
      Throwable trouble, AuthorizationException denied, List<Right> listed) {
    var names = new TreeSet<String>();
    if (denied instanceof TopicAuthorizationException topics) {
      names.addAll(topics.unauthorizedTopics());
    } else if (denied instanceof GroupAuthorizationException group && group.groupId() != null) {
      names.add(group.groupId());
    }
    if (names.isEmpty()) {
      var said = said(trouble);
      listed.stream().map(r -> r.on().name()).filter(said::contains).forEach(names::add);
    }
    if (names.isEmpty()) {
      listed.forEach(right -> names.add(right.on().name()));
    }
    return names;
  }

  private static String said(Throwable trouble) {
    var messages = new ArrayList<String>();
    for (var at = trouble; at != null; at = at.getCause()) {
      messages.add(String.valueOf(at.getMessage()));
    }
    return String.join(" ", messages);
  }

  private static String word(ResourceType type) {
    return switch (type) {
      case GROUP -> "group";
      case TRANSACTIONAL_ID -> "transactional id";
      default -> "topic";
    };
  }

  private static String words(Collection<AclOperation> operations) {
    return operations.stream().map(Operations::word).collect(Collectors.joining(", "));
  }
}
