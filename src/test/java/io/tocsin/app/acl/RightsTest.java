package io.tocsin.app.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What is listed, and what is said where some of it is missing. */
class RightsTest {
  private final Rights rights = rights(true, false);

  @Test
  void shouldNameEverythingByThePrefix_andNothingOfTheCluster() {
    assertThat(rights.of(List.of(Role.values())))
        .allSatisfy(right -> assertThat(right.on().name()).startsWith("early"))
        .noneMatch(right -> right.on().resourceType() == ResourceType.CLUSTER)
        .noneMatch(right -> right.operations().contains(AclOperation.ALL));
  }

  @Test
  void shouldListNoOperationThatAnotherImplies() {
    var implying = Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE);
    assertThat(rights.of(List.of(Role.values())))
        .filteredOn(right -> right.operations().stream().anyMatch(implying::contains))
        .noneMatch(right -> right.operations().contains(AclOperation.DESCRIBE));
  }

  @Test
  void shouldLetNobodyWriteStatements_whoNeedNot() {
    assertThat(Arrays.stream(Role.values()).filter(role -> writes(role, "early.statements")))
        .containsExactly(Role.STATEMENT_PUBLISHER, Role.FEEDS, Role.REPLAY, Role.DEAD_LETTERS);
    assertThat(Arrays.stream(Role.values()).filter(role -> writes(role, "early.alerts")))
        .containsExactly(Role.PROCESSOR);
  }

  @Test
  void shouldListTransactions_onlyWhereThereAreSome_andThePolicyWhereItIsPublished() {
    assertThat(has(rights(true, false), ResourceType.TRANSACTIONAL_ID)).isTrue();
    assertThat(has(rights(false, false), ResourceType.TRANSACTIONAL_ID)).isFalse();
    assertThat(operations(rights(true, false), "early.policies"))
        .doesNotContain(AclOperation.WRITE);
    assertThat(operations(rights(true, true), "early.policies")).contains(AclOperation.WRITE);
  }

  @Test
  void shouldNameResourceOperationAndRole_whereOneIsMissing() {
    var topic =
        denial(new TopicAuthorizationException("no", Set.of("early.alerts")), Role.SUBSCRIBER);
    var group = denial(GroupAuthorizationException.forGroupId("early-processor"), Role.PROCESSOR);
    var transaction = denial(new TransactionalIdAuthorizationException("no"), Role.PROCESSOR);
    var own = new TopicAuthorizationException("no", Set.of("early-processor-evidence-repartition"));

    assertThat(topic.what()).endsWith("topic early.alerts: Read");
    assertThat(topic.advice()).endsWith("tocsin doctor --acls --role subscriber");
    assertThat(group.what()).endsWith("group early-processor: Read");
    assertThat(transaction.what()).endsWith("transactional id early-processor-: Write");
    assertThat(denial(own, Role.PROCESSOR).what()).contains("Read", "Write", "Delete", "Create");
  }

  @Test
  void shouldTakeTheNameFromWhoAsked_whereKafkaDoesNotSay() {
    var asked =
        new IllegalStateException(
            "cannot describe topic early.notices",
            new TopicAuthorizationException("Topic authorization failed."));

    assertThat(denial(asked, Role.PROCESSOR).what())
        .contains("topic early.notices: ", "Describe", "DescribeConfigs");
  }

  @Test
  void shouldNameTheTopics_whereAUserMayWriteNowhere() {
    assertThat(denial(new ClusterAuthorizationException("no"), Role.FEEDS).what())
        .endsWith("topic early.news, early.statements: Write");
  }

  @Test
  void shouldTellALoginFromARight_andLeaveOtherTroublesAlone() {
    assertThat(denial(new SaslAuthenticationException("bad password"), Role.READER).advice())
        .contains("kafka.sasl.*");
    assertThat(Denial.of(new IllegalStateException("x"), rights, List.of(Role.READER))).isEmpty();
  }

  private Denial denial(Throwable trouble, Role role) {
    return Denial.of(trouble, rights, List.of(role)).orElseThrow();
  }

  private boolean writes(Role role, String topic) {
    return rights.of(List.of(role)).stream()
        .anyMatch(
            right ->
                right.covers(ResourceType.TOPIC, topic)
                    && right.operations().contains(AclOperation.WRITE));
  }

  private static boolean has(Rights rights, ResourceType type) {
    return rights.of(List.of(Role.PROCESSOR)).stream()
        .anyMatch(right -> right.on().resourceType() == type);
  }

  private static List<AclOperation> operations(Rights rights, String topic) {
    return rights.of(List.of(Role.PROCESSOR)).stream()
        .filter(right -> right.covers(ResourceType.TOPIC, topic))
        .flatMap(right -> right.operations().stream())
        .toList();
  }

  private static Rights rights(boolean exactlyOnce, boolean publishesPolicy) {
    var topics = new Topics("early", Codecs.of(Format.AVRO));
    return new Rights(topics, "early-processor", exactlyOnce, publishesPolicy);
  }
}
