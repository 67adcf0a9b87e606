package io.tocsin.vitals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Whether a schema registry answers the Confluent REST protocol under a base URL. */
public final class RegistryCheck {
  private static final String WHAT = "schema registry";
  private static final String CHECK_URL =
      "check the URL; of Apicurio it ends in /apis/ccompat/v7, of others it has no path";

  private RegistryCheck() {}

  /** Of one that asks for nothing, and that Java trusts. */
  public static Finding registry(String baseUrl, Duration timeout) {
    return registry(baseUrl, null, null, timeout);
  }

  /**
   * Asks {@code GET <base>/subjects}.
   *
   * @param authorization optional: value of the header of that name
   * @param trust optional: whom to trust over https
   */
  public static Finding registry(
      String baseUrl, String authorization, SSLContext trust, Duration timeout) {
    URI subjects;
    try {
      subjects = URI.create(baseUrl.replaceAll("/+$", "") + "/subjects");
      var request =
          HttpRequest.newBuilder(subjects)
              .timeout(timeout)
              .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      var client = HttpClient.newBuilder().connectTimeout(timeout);
      if (trust != null) {
        client.sslContext(trust);
      }
      var answer = client.build().send(request.build(), BodyHandlers.ofString());
      return read(subjects, answer.statusCode(), answer.body());
    } catch (IllegalArgumentException e) {
      return Finding.fail(
          WHAT, "'%s' is not a URL (%s)".formatted(baseUrl, e.getMessage()), CHECK_URL);
    } catch (SSLException e) {
      return Finding.fail(
          WHAT,
          "%s is not trusted (%s)".formatted(baseUrl, e.getMessage()),
          "name who vouches for it with registry.ca, or correct its URL");
    } catch (IOException e) {
      return Finding.fail(
          WHAT,
          "nothing answers at %s (%s)".formatted(baseUrl, e.getClass().getSimpleName()),
          "start the registry, or correct its URL");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.warn(WHAT, "interrupted while waiting for " + baseUrl, "ask again");
    }
  }

  static Finding read(URI subjects, int status, String body) {
    if (status == 200 && body.strip().startsWith("[")) {
      return Finding.ok(WHAT, subjects + " answers");
    }
    if (status == 401 || status == 403) {
      return Finding.fail(
          WHAT, "%s refuses us (HTTP %d)".formatted(subjects, status), "give it the credentials");
    }
    var detail =
        status == 200
            ? subjects + " answers, but not with a list of subjects"
            : "%s answers HTTP %d".formatted(subjects, status);
    return Finding.fail(WHAT, detail, CHECK_URL);
  }
}
