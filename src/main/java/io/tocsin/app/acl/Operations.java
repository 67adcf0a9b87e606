package io.tocsin.app.acl;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/** Operations as Kafka's tools write them. */
public final class Operations {
  private Operations() {}

  /** {@code DescribeConfigs}. */
  public static String word(AclOperation operation) {
    return Arrays.stream(operation.name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }
}
