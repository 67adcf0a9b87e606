package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.acl.Operations;
import io.tocsin.app.acl.Role;
import io.tocsin.testing.SecuredKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything against a Kafka that asks for logins over TLS and allows each role what doctor lists
 * for it: all of it works, all of the list is used, and what is left out is named. One server for
 * all, since it takes long to start: hence the order.
 */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredKafkaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir static Path folder;
  private static SecuredKafka kafka;
  private static SecuredRoles roles;
  private static SecuredDeeds deeds;
  private static Receiver receiver;
  private static Closers processor;

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredKafka.start(folder.resolve("kafka"), "open-sesame");
    receiver = new Receiver(SECRET);
    roles = new SecuredRoles(kafka, folder, files());
    deeds = new SecuredDeeds(roles, folder);
    assertThat(roles.desk().topics(roles.options(Role.OPERATOR)))
        .extracting(Results.TopicState::state)
        .containsOnly("created")
        .hasSize(8);
    processor = new Closers(name -> {});
    new Installation(roles.options(Role.PROCESSOR), processor, CLOCK, new Heard())
        .cluster(servers())
        .topics()
        .processor();
  }

  @AfterAll
  static void stop() {
    processor.close();
    receiver.close();
    kafka.close();
  }

  @Test
  @Order(1)
  void shouldTellChangesToAllWhoMayHear() throws Exception {
    try (var telling = new Closers(name -> {})) {
      new Installation(roles.options(Role.WEBHOOKS), telling, CLOCK, new Heard())
          .checked(false)
          .cluster(servers())
          .webhooks();
      await()
          .atMost(PATIENCE)
          .until(() -> deeds.webhooks().stream().allMatch(WebhookDesk.State::isStarted));
      assertThat(deeds.replay().changes()).isPositive();
      await().atMost(PATIENCE).until(() -> !receiver.changes().isEmpty());
    }
    assertThat(deeds.webhooks()).allMatch(WebhookDesk.State::isStarted);
    assertThat(deeds.levels()).isNotEmpty();
    assertThat(deeds.explain().change()).isNotNull();
    assertThat(deeds.hear()).isNotEmpty();
    try (var live = roles.desk().watch(roles.options(Role.READER), Requests.Selection.ALL)) {
      await().atMost(PATIENCE).until(() -> !live.look().standings().isEmpty());
    }
  }

  @Test
  @Order(2)
  void shouldTakeWhatIsPublished_andTakeItAgainOutOfTheDeadLetters() throws Exception {
    assertThat(deeds.publishNews().accepted()).isPositive();
    assertThat(deeds.publishStatements().accepted()).isPositive();
    assertThat(deeds.publishControls().accepted()).isPositive();
    assertThat(deeds.pollFeeds()).hasSize(2).allMatch(looked -> looked.fresh() == 1);
    deeds.publishNonsense(Role.NEWS_PUBLISHER, "news");
    deeds.publishNonsense(Role.STATEMENT_PUBLISHER, "statements");
    deeds.publishNonsense(Role.CONTROL_PUBLISHER, "controls");
    deeds.publishNonsense(roles.options(kafka.plain("admin")), "policies");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(deeds.letters().newest())
                    .extracting(letter -> letter.from().replaceAll("-\\d+-\\d+$", ""))
                    .contains(
                        roles.topic("news"),
                        roles.topic("statements"),
                        roles.topic("controls"),
                        roles.topic("policies")));

    assertThat(deeds.retry()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  @Order(3)
  void shouldFindNothingAmiss_whenTheDoctorMayLook() {
    for (var name : List.of("Kafka", "topics", "clocks", "processor")) {
      assertThat(deeds.doctor(name))
          .extracting(Results.Check::verdict)
          .isEqualTo(Results.Verdict.FINE);
    }
  }

  @Test
  @Order(4)
  void shouldShowTheBoard_andSayWhatIsMissing_toWhomPostsWithoutTheRightTo() throws Exception {
    try (var closers = new Closers(name -> {})) {
      var heard = new Heard();
      new Installation(roles.options(Role.READER), closers, CLOCK, heard)
          .cluster(servers())
          .http(true)
          .ready(folder);
      var address = heard.address("HTTP");

      await().atMost(PATIENCE).until(() -> get(address + "/api/v1/levels").contains("\"level\":"));
      assertThat(post(address + "/api/v1/news", SecuredDeeds.NEWS))
          .contains(roles.topic("news"), "doctor --acls");
    }
  }

  @Test
  @Order(5)
  void shouldUseEveryRightThatIsListed() {
    var unused = new ArrayList<String>();
    for (var role : Role.values()) {
      var decisions = roles.decisions(role);
      roles.acls(role).stream()
          .filter(acl -> decisions.stream().noneMatch(line -> isUse(line, acl)))
          .forEach(
              acl -> unused.add(role.title() + " " + acl.pattern().name() + " " + acl.entry()));
    }
    assertThat(unused).isEmpty();
  }

  private static boolean isUse(String decision, AclBinding acl) {
    return decision.contains(" is Allowed ")
        && decision.contains("[resourceType=" + acl.pattern().resourceType() + ",")
        && decision.contains(" resourceName=" + acl.pattern().name() + ",")
        && decision.contains(" patternType=" + acl.pattern().patternType() + ",")
        && decision.contains(" operation=" + acl.entry().operation() + ",");
  }

  @Test
  @Order(6)
  void shouldNameTheRight_whereACommandMissesIt() {
    named(Role.NEWS_PUBLISHER, roles.topic("news"), AclOperation.WRITE, deeds::publishNews);
    named(Role.READER, roles.topic("levels"), AclOperation.READ, deeds::levels);
    named(Role.READER, roles.topic("news"), AclOperation.READ, deeds::explain);
    named(Role.SUBSCRIBER, roles.topic("alerts"), AclOperation.READ, deeds::subscribe);
    named(Role.DEAD_LETTERS, roles.topic("dead-letters"), AclOperation.READ, deeds::letters);
    named(Role.REPLAY, roles.group(), AclOperation.DESCRIBE, deeds::replay);
    named(Role.WEBHOOKS, roles.topic("notices") + ".", AclOperation.READ, deeds::webhooks);
    without(
        Role.OPERATOR,
        roles.topic("levels"),
        AclOperation.DESCRIBE_CONFIGS,
        () -> {
          var check = deeds.doctor("topics");
          assertThat(check.verdict()).isEqualTo(Results.Verdict.BROKEN);
          assertThat(check.advice()).contains("doctor --acls --role operator");
        });
  }

  @Test
  @Order(7)
  void shouldSayWhoMayCreateATopic_whereItIsMissing() throws Exception {
    processor.close();
    var notices = roles.topic("notices");
    kafka.admin().deleteTopics(List.of(notices)).all().get();

    assertThatThrownBy(deeds::process)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.advice()).contains("tocsin topics", "--role operator"))
        .hasMessage("there is no topic %s, and this user may not create it", notices);
    assertThat(roles.desk().topics(roles.options(Role.OPERATOR)))
        .contains(new Results.TopicState(notices, "created"));
  }

  @Test
  @Order(8)
  void shouldNameTheRight_whereTheProcessorMissesIt() {
    named(Role.PROCESSOR, roles.topic("notices"), AclOperation.DESCRIBE_CONFIGS, deeds::process);
    named(Role.PROCESSOR, roles.topic("policies"), AclOperation.READ, deeds::process);
    named(Role.PROCESSOR, roles.group(), AclOperation.READ, deeds::process);
    named(Role.PROCESSOR, roles.group() + "-", AclOperation.WRITE, deeds::process);
  }

  /** Without a right the deed fails, and says which, and where to see it. */
  private static void named(
      Role role, String resource, AclOperation operation, ThrowingCallable deed) {
    without(
        role,
        resource,
        operation,
        () ->
            assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                    Failure.class,
                    failure ->
                        assertThat(failure.advice())
                            .endsWith("tocsin doctor --acls --role " + role.title()))
                .hasMessageContaining(resource)
                .hasMessageContaining(Operations.word(operation)));
  }

  private static void without(Role role, String resource, AclOperation operation, Runnable deed) {
    var acls =
        roles.acls(role).stream()
            .filter(acl -> acl.pattern().name().equals(resource))
            .filter(acl -> acl.entry().operation() == operation)
            .toList();
    assertThat(acls).isNotEmpty();
    kafka.forbid(acls);
    try {
      deed.run();
    } finally {
      kafka.allow(acls);
    }
  }

  @Test
  @Order(9)
  void shouldComeInByCertificate_andByPlainPassword_andNotWithAWrongOne() {
    var rights = roles.rights(Role.READER);
    for (var user : List.of("certified", "plain")) {
      kafka.allow(rights.stream().flatMap(right -> right.acls("User:" + user)).toList());
      var login = user.equals("plain") ? kafka.plain(user) : kafka.certified(user);
      assertThat(roles.desk().levels(roles.options(login), Requests.Selection.ALL)).isNotEmpty();
    }
    var wrong = kafka.plain("plain");
    wrong.replace("sasl.jaas.config", wrong.get("sasl.jaas.config").replace("open-", "shut-"));
    assertThatThrownBy(() -> roles.desk().levels(roles.options(wrong), Requests.Selection.ALL))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.advice()).contains("kafka.sasl.*"))
        .hasMessageContaining("does not let this client in")
        .hasMessageNotContaining("shut-sesame");
  }

  private static Map<String, String> files() throws IOException {
    var webhooks =
        """
        webhooks:
          - id: desk
            url: %s
            secrets: [%s]
            private: true
            collect: 0s
        """
            .formatted(receiver.url("/desk"), SECRET);
    Files.writeString(folder.resolve("webhooks.yaml"), webhooks);
    Files.writeString(folder.resolve("wire.ndjson"), "{\"news\":" + SecuredDeeds.NEWS + "}\n");
    Files.writeString(folder.resolve("desk.ndjson"), SecuredDeeds.STATEMENT + "\n");
    Files.writeString(
        folder.resolve("feeds.yaml"),
        """
        feeds:
          - {id: wire, file: wire.ndjson, source: bbc}
          - {id: desk, file: desk.ndjson, authority: jtac}
        """);
    return Map.of(
        "webhooks.file", folder.resolve("webhooks.yaml").toString(),
        "feeds.file", folder.resolve("feeds.yaml").toString(),
        "http.port", "0");
  }

  private static String servers() {
    return roles.options(Role.READER).kafka().bootstrapServers();
  }

  private static String get(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private static String post(String address, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
