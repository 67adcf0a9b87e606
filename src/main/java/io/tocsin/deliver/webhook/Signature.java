package io.tocsin.deliver.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The headers of Standard Webhooks. */
final class Signature {
  private Signature() {}

  /**
   * Id and timestamp, and a signature for each secret.
   *
   * @param secrets each {@code whsec_...}, checked when the endpoint was read
   */
  static Map<String, String> headers(List<String> secrets, String id, Instant now, String body) {
    long timestamp = now.getEpochSecond();
    var headers = new LinkedHashMap<String, String>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    if (!secrets.isEmpty()) {
      var signatures = new StringJoiner(" ");
      secrets.forEach(secret -> signatures.add(sign(secret, id, timestamp, body)));
      headers.put("webhook-signature", signatures.toString());
    }
    return headers;
  }

  private static String sign(String secret, String id, long timestamp, String body) {
    try {
      return new Webhook(secret).sign(id, timestamp, body);
    } catch (WebhookSigningException | EmptyWebhookSecretException e) {
      throw new IllegalStateException("an endpoint's secret does not sign", e);
    }
  }
}
