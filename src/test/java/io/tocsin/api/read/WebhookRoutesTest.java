package io.tocsin.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.api.ServerUnderTest;
import io.tocsin.deliver.webhook.Account;
import io.tocsin.deliver.webhook.Webhooks;
import io.tocsin.deliver.webhook.template.Template;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookRoutesTest {
  @Test
  void shouldShowTheBooks_andWhatIsWrong() throws Exception {
    var books = new Account.Balance(9, 4, 2, 1, 3, 2, "503", Instant.parse("2026-03-01T09:00:00Z"));
    var health = new Webhooks.Health("desk", Template.SLACK, "hooks.example.org", books);
    try (var server = ServerUnderTest.with(new WebhookRoutes(() -> List.of(health)))) {
      var row =
          new ObjectMapper().readTree(server.get("/api/v1/webhooks").body()).at("/webhooks/0");

      assertThat(row.get("host").asText()).isEqualTo("hooks.example.org");
      assertThat(row.get("raised").asLong())
          .isEqualTo(
              row.get("delivered").asLong()
                  + row.get("muted").asLong()
                  + row.get("abandoned").asLong()
                  + row.get("pending").asLong());
      assertThat(row.get("trouble").asText()).isEqualTo("503");
      assertThat(row.get("retryAt").asText()).isEqualTo("2026-03-01T09:00:00.000Z");
    }
  }
}
