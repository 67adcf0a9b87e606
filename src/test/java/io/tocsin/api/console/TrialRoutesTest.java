package io.tocsin.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ServerUnderTest;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.Problem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialRoutesTest {
  private final List<Trial.Asked> asked = new ArrayList<>();
  private final ServerUnderTest server = ServerUnderTest.with(new TrialRoutes(this::outcome));

  private Trial.Outcome outcome(Trial.Asked what) {
    asked.add(what);
    if ("wrong".equals(what.policy())) {
      throw new InvalidRecord(new Problem("policy", "wrong", "must be a policy document"));
    }
    return new Trial.Outcome(
        null,
        new Trial.Policies("2", "3"),
        List.of(new Trial.Difference("isil", "GB-BIR", null, new Trial.State(Level.MODERATE, 4.5))),
        0);
  }

  private HttpResponse<String> post(String body) {
    return server.send(
        server
            .to("/api/v1/try")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldAnswerWhatWouldBeOtherwise() {
    var answer = post("{\"headline\":\"Two men held in Birmingham\",\"source\":\"reuters\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(asked)
        .containsExactly(
            new Trial.Asked("Two men held in Birmingham", null, "reuters", null, null));
    assertThat(answer.body())
        .contains("\"tried\":\"3\"")
        .contains("\"then\":{\"level\":\"MODERATE\",\"score\":4.5}");
  }

  @Test
  void shouldNameTheField_whenWhatIsAskedBreaksARule() {
    var answer = post("{\"policy\":\"wrong\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/policy").contains("must be a policy document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "null", "[]", "{}", "{\"body\":\"only\"}", "{\"colour\":\"red\"}"})
  void shouldSayWhatToSend_whenTheBodyIsNoQuestion(String body) {
    var answer = post(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("urn:tocsin:problem:malformed");
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsTooLong() {
    assertThat(post("{\"headline\":\"" + "x".repeat(3 << 20) + "\"}").statusCode()).isEqualTo(413);
  }
}
