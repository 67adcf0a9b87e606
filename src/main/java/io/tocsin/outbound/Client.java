package io.tocsin.outbound;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP clients that do as little by themselves as can be: no redirects, cookies, logins, retries,
 * unpacking or proxies.
 */
public final class Client {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  private final String userAgent;
  private final Duration connect;
  private final Duration idle;
  private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();

  /**
   * @param userAgent what servers are told that asks
   * @param connect longest to reach one address
   * @param idle longest between two bytes of an answer
   */
  public Client(String userAgent, Duration connect, Duration idle) {
    this.userAgent = userAgent;
    this.connect = connect;
    this.idle = idle;
  }

  /** A client that reaches what a vetting lets it. */
  public CloseableHttpClient open(Vetting vetting) {
    var connect = Timeout.of(this.connect);
    var idle = Timeout.of(this.idle);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(vetting)
            .setTlsSocketStrategy(tls)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(LONGEST_LINE)
                            .setMaxHeaderCount(MOST_HEADERS)
                            .build())
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(idle).build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setUserAgent(userAgent)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(idle)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }
}
