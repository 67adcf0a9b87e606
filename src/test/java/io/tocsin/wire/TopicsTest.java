package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.assess.Policy;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, Codecs.of(Format.AVRO));

  @Test
  void shouldSpecifyTheTopics_ofTheInterfaceAndThatOfNotices() {
    assertThat(topics.specs(8))
        .extracting(TopicSpec::name)
        .containsExactly(
            "tocsin.news",
            "tocsin.statements",
            "tocsin.controls",
            "tocsin.alerts",
            "tocsin.levels",
            "tocsin.policies",
            "tocsin.dead-letters",
            "tocsin.notices");
    assertThat(topics.specs(3)).allSatisfy(spec -> assertThat(spec.partitions()).isEqualTo(3));
    assertThat(topics.specs(8).get(0).config())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "604800000",
                "max.message.bytes", "5242880"));
    assertThat(topics.specs(8).get(4).config())
        .isEqualTo(Map.of("cleanup.policy", "compact", "max.message.bytes", "5242880"));
  }

  @Test
  void shouldLeaveRoomForTheHeadersOfADeadLetter() {
    assertThat(topics.specs(8).get(6).maxMessageBytes()).isGreaterThan(Topics.MAX_MESSAGE_BYTES);
  }

  @Test
  void shouldCarryValues() {
    var news = topics.news();
    byte[] bytes = news.values().serializer().serialize(news.name(), Examples.news("n1"));

    assertThat(news.values().deserializer().deserialize(news.name(), bytes))
        .isEqualTo(Examples.news("n1"));
    assertThat(news.raw().values().deserializer().deserialize(news.name(), bytes)).isEqualTo(bytes);
    assertThat(news.values().deserializer().deserialize(news.name(), null)).isNull();
    assertThat(news.values().serializer().serialize(news.name(), null)).isNull();
  }

  @Test
  void shouldCarryPolicies() {
    var policies = topics.policies();
    byte[] bytes = policies.values().serializer().serialize(policies.name(), Policy.DEFAULT);

    assertThat(policies.values().deserializer().deserialize(policies.name(), bytes))
        .isEqualTo(Policy.DEFAULT);
  }

  @Test
  void shouldKeySubjects() {
    var keys = topics.alerts().keys();
    byte[] key = keys.serializer().serialize("x", new Subject("isil", "GB"));

    assertThat(key).isEqualTo("isil|GB".getBytes(StandardCharsets.UTF_8));
    assertThat(keys.deserializer().deserialize("x", key)).isEqualTo(new Subject("isil", "GB"));
    assertThat(keys.deserializer().deserialize("x", null)).isNull();
    assertThatThrownBy(
            () -> keys.deserializer().deserialize("x", "GB".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("entity|region");
  }

  @Test
  void shouldGiveATickNoKey() {
    assertThat(Topics.key(Examples.tick())).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä"})
  void shouldRefuseAPrefix_thatKafkaWouldNotTake(String prefix) {
    assertThatThrownBy(() -> new Topics(prefix, Codecs.of(Format.AVRO)))
        .isInstanceOf(InvalidRecord.class);
  }
}
