package io.tocsin.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who is in a consumer group. */
public final class GroupMembers {
  private GroupMembers() {}

  /**
   * The client id of each member, which for Kafka Streams is each thread; none where there is no
   * such group.
   *
   * @throws ExecutionException where the cluster refuses an answer
   * @throws TimeoutException where it gives none in time
   */
  public static List<String> clientIds(Admin admin, String group, Duration timeout)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .members()
          .stream()
          .map(MemberDescription::clientId)
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }
}
