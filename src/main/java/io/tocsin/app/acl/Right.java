package io.tocsin.app.acl;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a role has to be allowed of one resource of Kafka, or of all whose names begin alike.
 *
 * @param operations no one of which another implies: Read, Write and Delete imply Describe
 */
public record Right(Role role, ResourcePattern on, Set<AclOperation> operations) {
  private static final String ANY_HOST = "*";

  public Right {
    operations = Set.copyOf(operations);
  }

  static Right of(Role role, ResourceType type, String name, AclOperation... operations) {
    return of(role, new ResourcePattern(type, name, PatternType.LITERAL), operations);
  }

  static Right ofAll(Role role, ResourceType type, String prefix, AclOperation... operations) {
    return of(role, new ResourcePattern(type, prefix, PatternType.PREFIXED), operations);
  }

  private static Right of(Role role, ResourcePattern on, AclOperation... operations) {
    var all = EnumSet.noneOf(AclOperation.class);
    all.addAll(Set.of(operations));
    return new Right(role, on, all);
  }

  public boolean isPrefixed() {
    return on.patternType() == PatternType.PREFIXED;
  }

  /** Whether it is about this resource. */
  boolean covers(ResourceType type, String name) {
    return on.resourceType() == type
        && (isPrefixed() ? name.startsWith(on.name()) : name.equals(on.name()));
  }

  /**
   * As Kafka takes it, one for each operation.
   *
   * @param principal {@code User:tocsin}
   */
  public Stream<AclBinding> acls(String principal) {
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    on,
                    new AccessControlEntry(
                        principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
  }
}
