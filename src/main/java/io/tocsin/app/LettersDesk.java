package io.tocsin.app;

import io.tocsin.client.Connection;
import io.tocsin.client.PublishFailed;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Stamp;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.deliver.deadletter.DeadLetters;
import io.tocsin.deliver.deadletter.Filter;
import io.tocsin.deliver.deadletter.Heading;
import io.tocsin.deliver.deadletter.Letter;
import io.tocsin.deliver.deadletter.Place;
import io.tocsin.deliver.deadletter.Readable;
import io.tocsin.deliver.deadletter.Retried;
import io.tocsin.deliver.deadletter.Retry;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Dead letters for people: listed, shown, published again. */
final class LettersDesk {
  private final Connection connection;
  private final DeadLetters letters;
  private final String source;
  private final Stamp[] stamps;

  LettersDesk(Options options) {
    this.connection = Wiring.connection(options, Wiring.bootstrap(options));
    this.letters = new DeadLetters(connection);
    this.source = Wiring.source(options);
    this.stamps = Signatures.of(options).byCommand("dead-letters");
  }

  Results.Letters list(Requests.LetterFilter filter, int limit) {
    var found = letters.list(filter(filter), limit);
    return new Results.Letters(
        found.matching(),
        found.open(),
        found.byReason(),
        found.newest().stream().map(LettersDesk::heading).toList());
  }

  /**
   * @throws Failure where there is no such letter
   */
  Results.Letter show(String id) {
    var letter = find(id);
    var value = Readable.value(letter, connection.topics());
    return new Results.Letter(
        heading(letter.heading()),
        Readable.of(letter.key()).text(),
        letter.headers().stream()
            .map(h -> new Results.Field(h.key(), Readable.of(h.value()).text()))
            .toList(),
        value.form().name(),
        value.text());
  }

  /**
   * Publishes letters again: those that are named, else those that nobody has tried yet and that
   * the filter takes.
   *
   * @throws Failure where a letter is not there, the correction is no record, or Kafka does not
   *     take one
   */
  List<Results.RetriedLetter> retry(Requests.Retry request, Watch watch) {
    var settings = PublisherSettings.from(source).waiting();
    try (var publisher = TocsinPublisher.open(connection, settings);
        var progress = watch.begin("publishing again", -1)) {
      var retry = new Retry(connection, publisher);
      var under = new ArrayList<CompletableFuture<Retried>>();
      if (request.ids().isEmpty()) {
        letters.forEachOpen(filter(request.filter()), letter -> under.add(retry.again(letter)));
      } else {
        var named = request.ids().stream().map(this::find).toList();
        named.forEach(letter -> under.add(retried(retry, letter, request.with())));
      }
      under.forEach(one -> one.thenRun(() -> progress.step(1)));
      return under.stream().map(LettersDesk::done).toList();
    }
  }

  private CompletableFuture<Retried> retried(Retry retry, Letter letter, Path with) {
    if (with == null) {
      return retry.again(letter);
    }
    try {
      return retry.corrected(letter, Files.readAllBytes(with), stamps);
    } catch (Unreadable e) {
      throw new Failure(
          "%s is no record for %s: %s"
              .formatted(with, letter.heading().from().topic(), e.getMessage()),
          "Correct it, with the help of: tocsin dead-letters show " + letter.heading().id(),
          e);
    } catch (IOException e) {
      throw new Failure(with + " cannot be read: " + e, "Correct the path.", e);
    }
  }

  private static Results.RetriedLetter done(CompletableFuture<Retried> one) {
    try {
      var retried = one.join();
      return new Results.RetriedLetter(retried.letter().toString(), retried.to().toString());
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishFailed failed) {
        throw new Failure(
            failed.getMessage(),
            "Try again: letters that were published already are not taken a second time.",
            failed);
      }
      throw e;
    }
  }

  private Letter find(String id) {
    return Place.parse(id)
        .flatMap(letters::find)
        .orElseThrow(
            () ->
                new Failure(
                    "there is no dead letter " + id,
                    "See which there are with: tocsin dead-letters list"));
  }

  private static Filter filter(Requests.LetterFilter filter) {
    return new Filter(filter.reason(), filter.topic(), filter.since());
  }

  private static Results.LetterHeading heading(Heading heading) {
    return new Results.LetterHeading(
        heading.id().toString(),
        heading.at(),
        heading.reason(),
        heading.why(),
        heading.from().toString(),
        heading.retriedFrom() == null ? null : heading.retriedFrom().toString(),
        heading.retried(),
        heading.bytes());
  }
}
