package io.tocsin.deliver.webhook;

import io.tocsin.deliver.webhook.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All endpoints, each told by a thread of its own, so that none waits for another. */
public final class Webhooks implements AutoCloseable {
  private static final long STOP_WITHIN_MILLIS = 5_000;

  private final List<EndpointRun> runs;
  private final List<Thread> threads;

  private Webhooks(List<EndpointRun> runs) {
    this.runs = runs;
    this.threads = runs.stream().map(Webhooks::thread).toList();
  }

  /**
   * Begins to tell endpoints; returns at once.
   *
   * @param courier of an endpoint
   */
  public static Webhooks start(
      List<Endpoint> endpoints, Function<Endpoint, Courier> courier, Surroundings around) {
    var runs =
        endpoints.stream()
            .map(endpoint -> new EndpointRun(endpoint, courier.apply(endpoint), around))
            .toList();
    var webhooks = new Webhooks(runs);
    webhooks.threads.forEach(Thread::start);
    return webhooks;
  }

  /**
   * Waits until every endpoint has its place in the topic of alerts, so that it misses nothing that
   * comes from then on.
   *
   * @return those that have none by then
   */
  public List<String> awaitBegun(Duration within) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    var late = new ArrayList<String>();
    for (var run : runs) {
      if (!run.awaitBegun(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
        late.add(run.endpoint().id());
      }
    }
    return late;
  }

  /**
   * How an endpoint is.
   *
   * @param host where it is told; the rest of its address may be secret
   * @param books since this process started
   */
  public record Health(String id, Template template, String host, Account.Balance books) {}

  /** How each endpoint is, in the order of the file. */
  public List<Health> health() {
    return runs.stream().map(Webhooks::health).toList();
  }

  private static Health health(EndpointRun run) {
    var endpoint = run.endpoint();
    return new Health(
        endpoint.id(), endpoint.template(), endpoint.url().getHost(), run.account().balance());
  }

  /** The books of each endpoint, by its id. */
  public Map<String, Account.Balance> balances() {
    var balances = new LinkedHashMap<String, Account.Balance>();
    runs.forEach(run -> balances.put(run.endpoint().id(), run.account().balance()));
    return balances;
  }

  /** Lets what is under way come to its end, for a few seconds. */
  @Override
  public void close() {
    runs.forEach(EndpointRun::stop);
    long until = System.nanoTime() + STOP_WITHIN_MILLIS * 1_000_000;
    try {
      for (var thread : threads) {
        thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(EndpointRun run) {
    var thread = new Thread(run, "tocsin-webhook-" + run.endpoint().id());
    thread.setDaemon(true);
    return thread;
  }
}
