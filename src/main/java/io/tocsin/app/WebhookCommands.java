package io.tocsin.app;

import io.tocsin.app.acl.Role;
import io.tocsin.deliver.notice.Direction;
import io.tocsin.deliver.notice.Match;
import io.tocsin.deliver.notice.Verdict;
import io.tocsin.deliver.webhook.Endpoint;
import io.tocsin.deliver.webhook.HttpPost;
import io.tocsin.deliver.webhook.Ledger;
import io.tocsin.deliver.webhook.TestMessages;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/** The commands about webhooks. */
final class WebhookCommands implements WebhookDesk {
  private final Options options;
  private final WebhookWiring wiring;
  private final InstantSource clock;

  WebhookCommands(Options options, InstantSource clock) {
    this.options = options;
    this.wiring = WebhookWiring.of(options, clock);
    this.clock = clock;
  }

  @Override
  public List<Entry> check() {
    return wiring.endpoints().stream()
        .map(
            endpoint ->
                new Entry(
                    endpoint.id(),
                    word(endpoint.template()),
                    endpoint.url().getHost(),
                    asks(endpoint.terms().match())))
        .toList();
  }

  @Override
  public List<State> list() {
    var endpoints = wiring.endpoints();
    var states = reading(ledger -> ledger.states(endpoints));
    return endpoints.stream().map(endpoint -> state(endpoint, states.get(endpoint.id()))).toList();
  }

  @Override
  public List<Tried> test(String id) {
    var chosen = wiring.endpoints().stream().filter(e -> id == null || e.id().equals(id)).toList();
    if (chosen.isEmpty()) {
      throw new Failure(
          id == null ? "the file names no webhook" : "the file names no webhook " + id,
          "See which there are: tocsin webhooks check");
    }
    try (var post = new HttpPost(clock)) {
      return chosen.stream().flatMap(e -> test(e, post).stream()).toList();
    }
  }

  @Override
  public void log(String id, Instant since, Consumer<Line> taker) {
    var lines = new ArrayList<Line>();
    reading(
        ledger -> {
          ledger.forEach(
              (endpoint, verdict) -> {
                boolean asked = id == null || id.equals(endpoint);
                if (asked && (since == null || !verdict.at().isBefore(since))) {
                  lines.add(line(endpoint, verdict));
                }
              });
          return null;
        });
    lines.sort(Comparator.comparing(Line::at));
    lines.forEach(taker);
  }

  private List<Tried> test(Endpoint endpoint, HttpPost post) {
    var courier = wiring.courier(endpoint, post);
    var tried = new ArrayList<Tried>();
    for (var message : TestMessages.of(endpoint, clock.instant())) {
      var begin = clock.instant();
      boolean taken = false;
      String answer;
      try {
        var got = courier.bring(message, begin);
        taken = got.isTaken();
        answer = got.toString();
      } catch (IOException e) {
        answer = String.valueOf(e.getMessage());
      }
      long millis = clock.instant().toEpochMilli() - begin.toEpochMilli();
      tried.add(new Tried(endpoint.id(), endpoint.url().getHost(), taken, answer, millis));
    }
    return tried;
  }

  private interface Reading<T> {
    T of(Ledger ledger);
  }

  private <T> T reading(Reading<T> reading) {
    var bootstrap = Wiring.bootstrap(options);
    try {
      return RightsDesk.allowed(
          options, List.of(Role.WEBHOOKS), () -> reading.of(new Ledger(wiring.around(bootstrap))));
    } catch (KafkaException e) {
      throw new Failure(
          "Kafka at %s does not answer (%s)".formatted(bootstrap, e.getMessage()),
          "See what is wrong with: tocsin doctor",
          e);
    }
  }

  private static State state(Endpoint endpoint, Ledger.State books) {
    long delivered = books.count(Verdict.Fate.DELIVERED);
    long muted = books.count(Verdict.Fate.SILENCED) + books.count(Verdict.Fate.NOT_TOLD_BEFORE);
    long abandoned = books.count(Verdict.Fate.GIVEN_UP) + books.count(Verdict.Fate.REFUSED);
    return new State(
        endpoint.id(),
        word(endpoint.template()),
        endpoint.url().getHost(),
        books.isStarted(),
        delivered + muted + abandoned + books.pending(),
        delivered,
        muted,
        abandoned,
        books.count(Verdict.Fate.REPEATED),
        books.pending(),
        books.last() == null ? null : line(endpoint.id(), books.last()));
  }

  private static Line line(String endpoint, Verdict verdict) {
    return new Line(
        endpoint,
        word(verdict.fate()),
        verdict.at().truncatedTo(ChronoUnit.MILLIS),
        verdict.detail(),
        verdict.change());
  }

  private static String asks(Match match) {
    var words = new ArrayList<String>();
    words.add(match.entities().isEmpty() ? "all entities" : list(match.entities()));
    words.add(match.regions().isEmpty() ? "all regions" : "in " + list(match.regions()));
    words.add("from " + match.minLevel());
    if (match.directions().size() == 1) {
      words.add(match.directions().contains(Direction.UP) ? "rises" : "falls");
    }
    return String.join(", ", words);
  }

  private static String list(Iterable<String> ids) {
    var sorted = new TreeSet<String>();
    ids.forEach(sorted::add);
    return sorted.stream().collect(Collectors.joining(" "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
