package io.tocsin.deliver.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {
  private static final Map<String, String> NAMES =
      Map.of("isil", "Islamic State <IS> & others", "GB-BIR", "Birmingham");
  private static final AlertLevelChange UP = Changes.isilInBirmingham(1, Level.LOW, Level.SEVERE);
  private static final AlertLevelChange DOWN = Changes.isilInBirmingham(2, Level.SEVERE, Level.LOW);

  private static JsonNode body(Template template, AlertLevelChange... changes) {
    return body(template, List.of(changes));
  }

  private static JsonNode body(Template template, List<AlertLevelChange> changes) {
    var letterhead =
        new Letterhead(
            "desk",
            template.needsKey() ? "routing" : null,
            Level.SUBSTANTIAL,
            id -> NAMES.getOrDefault(id, id),
            "https://tocsin.example.org");
    return template.body(new Message(Message.Kind.CHANGE, changes, Changes.NOON), letterhead);
  }

  @Test
  void shouldBearTypeTimestampAndData_asStandardWebhooksAdvises() {
    var body = body(Template.STANDARD, UP, DOWN);

    assertThat(body.get("type").asText()).isEqualTo("tocsin.level.changed");
    assertThat(body.get("timestamp").asText()).isEqualTo("2015-12-05T12:00:00Z");
    assertThat(body.at("/data/changes")).hasSize(2);
    assertThat(body.at("/data/changes/0/level").asText()).isEqualTo("SEVERE");
    assertThat(body.at("/data/changes/0/link").asText())
        .isEqualTo("https://tocsin.example.org/subject/isil/GB-BIR");
  }

  @Test
  void shouldEscapeMarkup_forSlack() {
    var body = body(Template.SLACK, UP);

    assertThat(body.get("text").asText())
        .isEqualTo("▲ Islamic State &lt;IS&gt; &amp; others in Birmingham: LOW → SEVERE");
    assertThat(body.at("/blocks/0/text/text").asText()).contains("<https://tocsin.example.org/");
  }

  @Test
  void shouldBeOneAdaptiveCard_forTeams() {
    var body = body(Template.TEAMS, UP);

    assertThat(body.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(body.at("/attachments/0/content/body/0/inlines/0/text").asText())
        .contains("LOW → SEVERE");
    assertThat(body.at("/attachments/0/content/body")).hasSize(2);
  }

  @Test
  void shouldHoldNoTextBlock_forTeamsWouldTakeAHeadlineForMarkup() {
    assertThat(body(Template.TEAMS, UP, DOWN).toString()).doesNotContain("TextBlock\",\"text");
    assertThat(body(Template.TEAMS, UP, DOWN).at("/attachments/0/content/body"))
        .allSatisfy(block -> assertThat(block.get("type").asText()).isEqualTo("RichTextBlock"));
  }

  @Test
  void shouldTriggerAndResolveOneIncidentASubject_forPagerDuty() {
    var up = body(Template.PAGERDUTY, UP);
    var down = body(Template.PAGERDUTY, DOWN);

    assertThat(up.get("event_action").asText()).isEqualTo("trigger");
    assertThat(up.at("/payload/severity").asText()).isEqualTo("error");
    assertThat(down.get("event_action").asText()).isEqualTo("resolve");
    assertThat(down.get("dedup_key")).isEqualTo(up.get("dedup_key"));
    assertThat(up.get("routing_key").asText()).isEqualTo("routing");
  }

  @Test
  void shouldKeepTheLevelOutOfTheLabels_forAlertmanager() {
    var up = body(Template.ALERTMANAGER, UP).get(0);
    var down = body(Template.ALERTMANAGER, DOWN).get(0);

    assertThat(up.get("labels")).isEqualTo(down.get("labels"));
    assertThat(up.at("/annotations/level").asText()).isEqualTo("SEVERE");
    assertThat(up.get("endsAt").asText()).startsWith("2016");
    assertThat(down.get("endsAt").asText()).isEqualTo(DOWN.effectiveAt().toString());
  }

  @Test
  void shouldFireOrResolve_asAlertmanagersWebhookDoes() {
    assertThat(body(Template.ALERTMANAGER_WEBHOOK, UP, DOWN).get("status").asText())
        .isEqualTo("firing");
    assertThat(body(Template.ALERTMANAGER_WEBHOOK, DOWN).get("status").asText())
        .isEqualTo("resolved");
    assertThat(body(Template.ALERTMANAGER_WEBHOOK, UP).get("version").asText()).isEqualTo("4");
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void shouldFitTheReceiver_whenThereIsMuchToTell(Template template) {
    int most = template.takesOneChange() ? 1 : 50;
    var changes =
        IntStream.range(0, most)
            .mapToObj(i -> Changes.change("e" + i, "GB", 1, Level.LOW, Level.SEVERE, Changes.NOON))
            .toList();

    var body = body(template, changes);

    assertThat(body.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28_000);
    assertThat(Collections.max(blocks(body))).isLessThanOrEqualTo(50);
  }

  private static List<Integer> blocks(JsonNode body) {
    return List.of(0, body.at("/blocks").size());
  }
}
