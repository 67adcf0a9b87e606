package io.tocsin.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deliver.notice.Direction;
import io.tocsin.deliver.notice.Grouping;
import io.tocsin.deliver.notice.Match;
import io.tocsin.deliver.notice.QuietHours;
import io.tocsin.deliver.notice.RetryLadder;
import io.tocsin.deliver.notice.Terms;
import io.tocsin.deliver.webhook.template.Template;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.reference.Reference;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointsFileTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static List<Endpoint> read(String yaml) {
    return EndpointsFile.read(yaml, REFERENCE, Map.of("DESK_SECRET", SECRET)::get).endpoints();
  }

  @Test
  void shouldReadAnEndpoint_withAllThereIs() {
    var endpoints =
        read(
            """
            webhooks:
              - id: desk
                url: https://hooks.example.org/tocsin
                secrets: ["${DESK_SECRET}"]
                entities: [isil, "*"]
                regions: [GB]
                minLevel: substantial
                directions: [UP]
                group: entity
                collect: 10s
                repeat: 4h
                quiet: {from: "22:00", to: "07:00", zone: Europe/London, except: CRITICAL}
                retry: [5s, 1m]
                private: true
                timeout: 5s
            """);

    assertThat(endpoints)
        .containsExactly(
            new Endpoint(
                "desk",
                URI.create("https://hooks.example.org/tocsin"),
                List.of(SECRET),
                Template.STANDARD,
                null,
                new Terms(
                    new Match(
                        Set.of("isil", "*"), Set.of("GB"), Level.SUBSTANTIAL, Set.of(Direction.UP)),
                    Grouping.ENTITY,
                    Duration.ofSeconds(10),
                    Duration.ofHours(4),
                    new QuietHours(
                        LocalTime.of(22, 0),
                        LocalTime.of(7, 0),
                        ZoneId.of("Europe/London"),
                        Level.CRITICAL),
                    new RetryLadder(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)))),
                true,
                Duration.ofSeconds(5)));
  }

  @Test
  void shouldTakePagerDutysOwnAddress_andTellItEachChangeAlone() {
    var endpoint = read("webhooks: [{id: pager, template: pagerduty, key: abc}]").get(0);

    assertThat(endpoint.url().getHost()).isEqualTo("events.pagerduty.com");
    assertThat(endpoint.terms().grouping()).isEqualTo(Grouping.NONE);
  }

  @Test
  void shouldShowNothingSecret_asText() {
    var endpoint =
        read("webhooks: [{id: a, url: 'https://h.example.org/T0/s3cret', template: slack}]").get(0);

    assertThat(endpoint).hasToString("a (SLACK at h.example.org)");
  }

  @Test
  void shouldNameEverythingThatIsWrong_together() {
    var yaml =
        """
        webhooks:
          - id: Desk
            url: ftp://example.org
            secrets: [short]
            regions: [London]
            quiet: {from: "25:00", to: "07:00", zone: Nowhere}
            collect: soon
            repeat: 0s
            timeout: 10m
            colour: red
          - id: a
            url: https://example.org/${NOT_SET}
            key: x
          - id: a
            template: pagerduty
            group: trigger
            quiet: {from: "07:00", to: "07:00"}
        """;

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.field())
                    .containsExactlyInAnyOrder(
                        "webhooks[0].id",
                        "webhooks[0].url",
                        "webhooks[0].secrets[0]",
                        "webhooks[0].regions[0]",
                        "webhooks[0].quiet.from",
                        "webhooks[0].quiet.zone",
                        "webhooks[0].collect",
                        "webhooks[0].repeat",
                        "webhooks[0].timeout",
                        "webhooks[0].colour",
                        "webhooks[1].url",
                        "webhooks[1].key",
                        "webhooks[2].key",
                        "webhooks[2].group",
                        "webhooks[2].quiet.to",
                        "webhooks[2].id"));
  }

  @Test
  void shouldNeverTellASecret_whenItIsWrong() {
    assertThatThrownBy(() -> read("webhooks: [{id: a, url: 'https://x.org', secrets: [hunter2]}]"))
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void shouldKnowTheConsole_andRefuseWhatIsNoAddress() {
    assertThat(
            EndpointsFile.read("console: https://t.example.org/", REFERENCE, name -> null)
                .console())
        .isEqualTo("https://t.example.org");
    assertThatThrownBy(() -> read("console: t.example.org"))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("console"));
  }
}
