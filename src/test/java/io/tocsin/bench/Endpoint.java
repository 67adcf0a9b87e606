package io.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The HTTP API under load, as a client sees it. */
final class Endpoint {
  private static final int TOO_MANY = 429;
  private static final int ACCEPTED = 202;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

  Endpoint(String address) {
    this.address = address;
  }

  /** Posts an array; where it is turned away, again and again. */
  void post(int from, int records) {
    var body =
        IntStream.range(from, from + records)
            .mapToObj(HttpLoad::news)
            .collect(Collectors.joining(",", "[", "]"));
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/news"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      for (int status = send(request); status != ACCEPTED; status = send(request)) {
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int send(HttpRequest request) throws InterruptedException {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      statuses.computeIfAbsent(answer.statusCode(), s -> new LongAdder()).increment();
      if (answer.statusCode() < TOO_MANY && answer.statusCode() != ACCEPTED) {
        throw new IllegalStateException(answer.body());
      }
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<Integer, LongAdder> statuses() {
    return statuses;
  }

  String get(String path) throws IOException {
    try {
      return client
          .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records of one outcome, by the books. */
  long outcome(String name) throws IOException {
    return (long) meter("tocsin_records_total\\{outcome=\"" + name + "\"}");
  }

  /** The sum of all meters of a name. */
  double meter(String pattern) throws IOException {
    var found =
        Pattern.compile("^" + pattern + " (\\S+)$", Pattern.MULTILINE).matcher(get("/metrics"));
    double sum = 0;
    while (found.find()) {
      sum += Double.parseDouble(found.group(1));
    }
    return sum;
  }
}
