package io.tocsin.app.acl;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.tocsin.wire.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * The least that each role has to be allowed, for one prefix. Nothing of the cluster itself is
 * needed: a producer without transactions needs no right beside those to topics since Kafka 2.8
 * (KIP-679).
 */
public final class Rights {
  private final Topics topics;
  private final String application;
  private final boolean exactlyOnce;
  private final boolean publishesPolicy;

  /**
   * @param application id of the processor: its group, and how its own topics and transactional ids
   *     begin
   * @param exactlyOnce whether the processor has transactions
   * @param publishesPolicy whether the processor brings a policy along
   */
  public Rights(Topics topics, String application, boolean exactlyOnce, boolean publishesPolicy) {
    this.topics = topics;
    this.application = application;
    this.exactlyOnce = exactlyOnce;
    this.publishesPolicy = publishesPolicy;
  }

  /** What these roles need, in their order; what several need is said of each. */
  public List<Right> of(Collection<Role> roles) {
    return roles.stream().flatMap(this::of).toList();
  }

  private Stream<Right> of(Role role) {
    var rights = new Basket(role);
    switch (role) {
      case OPERATOR -> operator(rights);
      case PROCESSOR -> processor(rights);
      case NEWS_PUBLISHER -> rights.topic(news(), WRITE);
      case STATEMENT_PUBLISHER -> rights.topic(statements(), WRITE);
      case CONTROL_PUBLISHER -> rights.topic(controls(), WRITE);
      case FEEDS -> rights.topic(news(), WRITE).topic(statements(), WRITE);
      case REPLAY -> replay(rights);
      case SUBSCRIBER -> rights.topic(alerts(), READ);
      case READER -> inputs().forEach(input -> reader(rights).topic(input, READ));
      case WEBHOOKS -> webhooks(rights);
      case DEAD_LETTERS -> letters(rights);
    }
    return rights.all();
  }

  private void operator(Basket rights) {
    all().forEach(topic -> rights.topic(topic, CREATE, DESCRIBE, DESCRIBE_CONFIGS));
    rights.topics(application + "-", DESCRIBE);
    rights.topics(topics.prefix() + ".doctor-", CREATE, WRITE, DELETE);
    rights.group(application, DESCRIBE);
  }

  private void processor(Basket rights) {
    inputs().forEach(input -> rights.topic(input, READ));
    if (publishesPolicy) {
      rights.topic(policies(), WRITE);
    }
    for (var told : List.of(alerts(), levels(), letters())) {
      rights.topic(told, WRITE);
    }
    rights.topic(notices(), DESCRIBE);
    all().forEach(topic -> rights.topic(topic, DESCRIBE_CONFIGS));
    rights.topics(application + "-", CREATE, READ, WRITE);
    handedOn().forEach(topic -> rights.topic(topic, DELETE));
    rights.group(application, READ);
    if (exactlyOnce) {
      rights.add(Right.ofAll(rights.role, TRANSACTIONAL_ID, application + "-", WRITE));
    }
  }

  private void replay(Basket rights) {
    for (var input : List.of(news(), statements(), controls())) {
      rights.topic(input, READ, WRITE);
    }
    rights.topic(policies(), READ).topic(alerts(), READ);
    handedOn().forEach(topic -> rights.topic(topic, READ));
    rights.group(application, DESCRIBE);
  }

  private Basket reader(Basket rights) {
    return rights.topic(levels(), READ).topic(alerts(), READ);
  }

  private void webhooks(Basket rights) {
    rights.topic(alerts(), READ).topic(controls(), READ).topic(notices(), READ, WRITE);
    rights.add(Right.ofAll(rights.role, GROUP, notices() + ".", READ));
  }

  private void letters(Basket rights) {
    rights.topic(letters(), READ, WRITE);
    inputs().forEach(input -> rights.topic(input, WRITE));
  }

  private List<String> all() {
    return topics.specs(1).stream().map(spec -> spec.name()).toList();
  }

  private List<String> inputs() {
    return List.of(news(), statements(), controls(), policies());
  }

  /** The topics between the steps, from which the processor deletes what it is through with. */
  private List<String> handedOn() {
    return List.of(application + "-evidence-repartition", application + "-regions-repartition");
  }

  private String news() {
    return topics.news().name();
  }

  private String statements() {
    return topics.statements().name();
  }

  private String controls() {
    return topics.controls().name();
  }

  private String policies() {
    return topics.policies().name();
  }

  private String alerts() {
    return topics.alerts().name();
  }

  private String levels() {
    return topics.levels().name();
  }

  private String letters() {
    return topics.deadLetters().name();
  }

  private String notices() {
    return topics.notices().name();
  }

  /** What one role needs, each resource once. */
  private static final class Basket {
    private final Role role;
    private final Map<ResourcePattern, Set<AclOperation>> rights = new LinkedHashMap<>();

    Basket(Role role) {
      this.role = role;
    }

    Basket topic(String name, AclOperation... operations) {
      return add(Right.of(role, TOPIC, name, operations));
    }

    Basket topics(String prefix, AclOperation... operations) {
      return add(Right.ofAll(role, TOPIC, prefix, operations));
    }

    Basket group(String name, AclOperation operation) {
      return add(Right.of(role, GROUP, name, operation));
    }

    Basket add(Right right) {
      rights.computeIfAbsent(right.on(), on -> new LinkedHashSet<>()).addAll(right.operations());
      return this;
    }

    Stream<Right> all() {
      return rights.entrySet().stream().map(e -> new Right(role, e.getKey(), e.getValue()));
    }
  }
}
