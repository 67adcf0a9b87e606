package io.tocsin.deliver.webhook;

import io.tocsin.outbound.Client;
import io.tocsin.outbound.RetryAfter;
import io.tocsin.outbound.Vetting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Posts over HTTP, to addresses that may be; what is under way when it is closed ends at once. */
public final class HttpPost implements Post, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int EXCERPT = 200;

  private final Client clients = new Client("Tocsin (webhook)", CONNECT, Endpoint.LONGEST_TIMEOUT);
  private final Set<Runnable> underWay = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, HttpPost::thread);

  public HttpPost(InstantSource clock) {
    this.clock = clock;
    deadlines.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Answer send(
      URI url, boolean anywhere, Duration within, Map<String, String> headers, byte[] body)
      throws IOException {
    var address = Vetting.checked(url);
    var allowed = anywhere ? Set.of(Vetting.name(url.getHost())) : Set.<String>of();
    var request = new org.apache.hc.client5.http.classic.methods.HttpPost(address);
    headers.forEach(request::addHeader);
    request.setEntity(new ByteArrayEntity(body, null));
    var late = new AtomicBoolean();
    Runnable end =
        () -> {
          late.set(true);
          request.cancel();
        };
    underWay.add(end);
    var deadline = deadlines.schedule(end, within.toMillis(), TimeUnit.MILLISECONDS);
    try (var client = clients.open(new Vetting(allowed, InetAddress::getAllByName));
        var response = client.executeOpen(HttpHost.create(address), request, null)) {
      var answer = answer(response);
      // without this, closing would read an endless body to its end
      request.cancel();
      return answer;
    } catch (Vetting.Refused e) {
      throw new IOException(
          e.getMessage() + "; where that is meant, the endpoint says so with private: true", e);
    } catch (IOException | RuntimeException e) {
      throw late.get()
          ? new IOException("no answer within %d ms".formatted(within.toMillis()), e)
          : new IOException(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    } finally {
      deadline.cancel(false);
      underWay.remove(end);
    }
  }

  @Override
  public void close() {
    underWay.forEach(Runnable::run);
    deadlines.shutdownNow();
  }

  private Answer answer(ClassicHttpResponse response) throws IOException {
    var asked = response.getFirstHeader("Retry-After");
    var wait = RetryAfter.read(asked == null ? null : asked.getValue(), clock.instant());
    return new Answer(response.getCode(), wait.orElse(null), excerpt(response));
  }

  private static String excerpt(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null || response.getCode() / 100 == 2) {
      return "";
    }
    byte[] start = entity.getContent().readNBytes(EXCERPT);
    return new String(start, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "tocsin-webhook-deadlines");
    thread.setDaemon(true);
    return thread;
  }
}
