package io.tocsin.wire;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * Where a schema registry is and how patiently it is asked.
 *
 * @param url base of the API, with its path where it has one: {@code
 *     http://host:8080/apis/ccompat/v7}
 * @param authorization optional: value of the {@code Authorization} header
 * @param timeout of one request
 * @param attempts how often one question is asked before it fails, at least 1
 * @param backoff wait before the second attempt; doubled before each further one
 * @param trust optional: whom to trust over https; none is whom Java trusts
 */
public record RegistryOptions(
    URI url,
    String authorization,
    Duration timeout,
    int attempts,
    Duration backoff,
    SSLContext trust) {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration BACKOFF = Duration.ofMillis(200);
  private static final int ATTEMPTS = 4;

  public RegistryOptions {
    var broken = new ArrayList<Problem>();
    if (url == null || url.getHost() == null || !isHttp(url.getScheme())) {
      broken.add(Problem.of("url", url, "must be an http or https URL"));
    }
    if (timeout == null || timeout.isNegative() || timeout.isZero()) {
      broken.add(Problem.of("timeout", timeout, "must be longer than zero"));
    }
    if (attempts < 1) {
      broken.add(Problem.of("attempts", attempts, "must be at least 1"));
    }
    if (backoff == null || backoff.isNegative()) {
      broken.add(Problem.of("backoff", backoff, "must not be negative"));
    }
    if (!broken.isEmpty()) {
      throw new InvalidRecord(broken);
    }
  }

  /** The same, trusting whom Java trusts. */
  public RegistryOptions(
      URI url, String authorization, Duration timeout, int attempts, Duration backoff) {
    this(url, authorization, timeout, attempts, backoff, null);
  }

  /** A registry that asks for no credentials, with the usual patience: about 21 s at most. */
  public static RegistryOptions at(URI url) {
    return new RegistryOptions(url, null, TIMEOUT, ATTEMPTS, BACKOFF);
  }

  /** The same with user and password (RFC 7617). */
  public RegistryOptions withBasic(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return withAuthorization("Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /** The same with a bearer token (RFC 6750). */
  public RegistryOptions withBearer(String token) {
    return withAuthorization("Bearer " + token);
  }

  /** The same with authorities of its own; see {@link Trust}. */
  public RegistryOptions trusting(SSLContext authorities) {
    return new RegistryOptions(url, authorization, timeout, attempts, backoff, authorities);
  }

  private RegistryOptions withAuthorization(String value) {
    return new RegistryOptions(
        url, Objects.requireNonNull(value), timeout, attempts, backoff, trust);
  }

  private static boolean isHttp(String scheme) {
    return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "RegistryOptions[url=" + url + ", timeout=" + timeout + ", attempts=" + attempts + "]";
  }
}
