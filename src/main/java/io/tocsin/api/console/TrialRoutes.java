package io.tocsin.api.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Scope;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** What if: {@code POST /api/v1/try} with {@link Trial.Asked}. Nothing is published. */
public final class TrialRoutes implements Routes {
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final ObjectReader ASKED =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Trial.Asked.class);

  private final Trial trial;

  /** Each plays all that is recorded: one at a time is what a machine bears beside its work. */
  private final Semaphore trying = new Semaphore(1);

  public TrialRoutes(Trial trial) {
    this.trial = trial;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/try", this::outcome, Scope.READ);
  }

  private void outcome(Context context) {
    var asked = asked(context);
    if (!trying.tryAcquire()) {
      throw Refused.of(
              ProblemType.BUSY, "Another trial is being worked out. Ask again in a moment.")
          .header("Retry-After", "5");
    }
    try {
      context.json(trial.of(asked));
    } catch (InvalidRecord e) {
      throw Refused.of(ProblemType.INVALID_RECORD, "Correct what is listed, and try again.", e)
          .with("errors", e.problems().stream().map(TrialRoutes::shown).toList());
    } finally {
      trying.release();
    }
  }

  private static Trial.Asked asked(Context context) {
    try {
      byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw Refused.of(
            ProblemType.TOO_LARGE, "A report and a policy together may have 2 MiB. Shorten them.");
      }
      Trial.Asked asked = ASKED.readValue(body);
      if (asked == null || (asked.headline() == null && asked.policy() == null)) {
        throw Refused.of(
            ProblemType.MALFORMED, "Send a headline, perhaps with a body, or a policy, or both.");
      }
      return asked;
    } catch (JsonProcessingException e) {
      throw Refused.of(
          ProblemType.MALFORMED, "The body must be one JSON object: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw Refused.of(ProblemType.TOO_SLOW, "The body did not come whole. Send it again.", e);
    }
  }

  private static Map<String, String> shown(Problem problem) {
    return Map.of("pointer", "/" + problem.field(), "detail", problem.rule());
  }
}
