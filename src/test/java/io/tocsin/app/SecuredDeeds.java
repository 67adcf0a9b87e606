package io.tocsin.app;

import io.tocsin.app.acl.Role;
import io.tocsin.client.ChangeReader;
import io.tocsin.client.Start;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What roles do, each as its own user. */
final class SecuredDeeds {
  static final String NEWS =
      "{\"id\":\"n-1\",\"source\":\"bbc\",\"publishedAt\":\"2015-12-06T06:00:00Z\","
          + "\"headline\":\"Two held in Paris\"}";
  static final String STATEMENT =
      "{\"statement\":{\"id\":\"s-1\",\"authority\":\"jtac\",\"issuedAt\":\"2015-12-06T06:00:00Z\","
          + "\"action\":\"COMMENT\",\"regions\":[\"GB\"],\"text\":\"We are watching.\"}}";
  private static final Requests.LetterFilter ALL = new Requests.LetterFilter(null, null, null);

  private final SecuredRoles roles;
  private final Path folder;
  private final List<Incoming> records;

  SecuredDeeds(SecuredRoles roles, Path folder) throws IOException {
    this.roles = roles;
    this.folder = folder;
    this.records = Playing.scenario("demo.ndjson").records();
  }

  Results.Replayed replay() {
    var request =
        new Requests.Replay(file("story.ndjson", records.subList(0, 60)), Double.POSITIVE_INFINITY);
    return roles.desk().replay(roles.options(Role.REPLAY), request, new Heard());
  }

  Results.Tally publishNews() {
    return publish(Role.NEWS_PUBLISHER, Requests.Kind.NEWS, NewsEvent.class);
  }

  Results.Tally publishStatements() {
    return publish(Role.STATEMENT_PUBLISHER, Requests.Kind.STATEMENTS, OfficialStatement.class);
  }

  Results.Tally publishControls() {
    return publish(Role.CONTROL_PUBLISHER, Requests.Kind.CONTROLS, Control.class);
  }

  private Results.Tally publish(Role role, Requests.Kind kind, Class<? extends Incoming> type) {
    var some = records.stream().filter(type::isInstance).limit(2).toList();
    var request = new Requests.Publish(kind, file(kind + ".ndjson", some), false, false);
    return roles.desk().publish(roles.options(role), request, new Heard());
  }

  List<AlertLevelChange> levels() {
    return roles.desk().levels(roles.options(Role.READER), Requests.Selection.ALL);
  }

  Results.Explained explain() {
    var question = new Requests.Question.OfChange(levels().get(0).id(), null);
    return roles.desk().explain(roles.options(Role.READER), question);
  }

  /** All changes, as a subscriber hears them. */
  List<AlertLevelChange> hear() {
    var heard = new Heard();
    var options = roles.options(Role.SUBSCRIBER);
    var connection = Wiring.connection(options, options.kafka().bootstrapServers());
    try (var reader = new ChangeReader(connection, Start.beginning())) {
      reader.drain(received -> heard.change(received.change()));
    }
    return heard.changes;
  }

  /** By the command; it lasts, so only where it fails. */
  void subscribe() {
    roles.desk().subscribe(roles.options(Role.SUBSCRIBER), Requests.Selection.ALL, new Heard());
  }

  /** Publishes bytes that are no record. */
  void publishNonsense(Role role, String topic) throws Exception {
    publishNonsense(roles.options(role), topic);
  }

  void publishNonsense(Options options, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Wiring.client(options, options.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var key = topic.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(roles.topic(topic), key, new byte[] {1, 2, 3})).get();
    }
  }

  Results.Letters letters() {
    return roles.desk().letters(roles.options(Role.DEAD_LETTERS), ALL, 10);
  }

  /** Publishes all that nobody has tried again. */
  List<Results.RetriedLetter> retry() {
    var options = roles.options(Role.DEAD_LETTERS);
    roles.desk().letter(options, letters().newest().get(0).id());
    return roles.desk().retry(options, new Requests.Retry(List.of(), ALL, null), new Heard());
  }

  /** Runs the processor; it lasts, so only where it fails. */
  void process() {
    try (var closers = new Closers(name -> {})) {
      roles.desk(closers).process(roles.options(Role.PROCESSOR), new Heard());
    }
  }

  List<FeedDesk.Looked> pollFeeds() {
    return roles.desk().feeds(roles.options(Role.FEEDS)).poll(null, new Heard());
  }

  List<WebhookDesk.State> webhooks() {
    return roles.desk().webhooks(roles.options(Role.WEBHOOKS)).list();
  }

  /** What the doctor says of something. */
  Results.Check doctor(String name) {
    return roles.desk().doctor(roles.options(Role.OPERATOR)).stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String file(String name, List<? extends Incoming> some) {
    try {
      var file = folder.resolve(name);
      Files.write(file, some.stream().map(EventLines::line).toList());
      return file.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
