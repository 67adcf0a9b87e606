package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.StatementDraft;
import io.tocsin.ingest.Channel;
import io.tocsin.model.Action;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.VerificationKey;
import io.tocsin.trace.TraceContext;
import io.tocsin.wire.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A processor that asks for signatures, and those who publish to it by each way. */
@Timeout(240)
class SignedStatementsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String PREFIX = "signed";

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Path authorityKey;
  private static Path ingressKey;

  @BeforeAll
  static void start() throws IOException {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    var jtac = SigningKey.generate("jtac-2026");
    authorityKey = Files.writeString(folder.resolve("jtac.jwk"), jtac.json());
    var ingress = SigningKey.generate("door");
    ingressKey = Files.writeString(folder.resolve("door.jwk"), ingress.json());
    Files.createDirectories(folder.resolve("reference"));
    Files.write(
        folder.resolve("reference/authorities.csv"),
        List.of(
            "id,name,jurisdiction,scale,keys",
            "jtac,JTAC,GB,uk-national," + VerificationKey.text(jtac.id(), jtac.open()),
            "fr-sgdsn,SGDSN,FR,,"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldCountWhatIsSignedOrVouchedFor_andReturnWhatIsNot() throws Exception {
    var processor = run("statements.ingress.key", ingressKey.toString());
    var stranger = run();
    try (var closers = new Closers(name -> {})) {
      processor.start(closers);

      publish(stranger, statement("forged", "jtac", Level.CRITICAL, "GB"), null);
      publish(stranger, statement("signed", "jtac", Level.SEVERE, "GB"), authorityKey);
      publish(stranger, statement("by-another", "fr-sgdsn", Level.CRITICAL, "FR"), authorityKey);
      vouched(processor, statement("posted", "fr-sgdsn", Level.SUBSTANTIAL, "FR"));

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(processor.alerts())
                      .filteredOn(change -> !change.subject().isOverall())
                      .extracting(change -> change.subject() + " " + change.level())
                      .contains("isil|GB SEVERE", "isil|FR SUBSTANTIAL")
                      .doesNotContain("isil|GB CRITICAL", "isil|FR CRITICAL"));
      assertThat(letters(processor))
          .hasSize(2)
          .anySatisfy(why -> assertThat(why).contains("jtac: there is neither"))
          .anySatisfy(why -> assertThat(why).contains("names the key 'jtac-2026', which is none"));
      assertThat(explained(processor)).isEqualTo(Level.SEVERE);
    }
  }

  private static LiveRun run(String... sets) {
    var all = new ArrayList<>(List.of(sets));
    all.addAll(List.of("statements.entitlement", "signed", "port", "0"));
    all.addAll(List.of("reference", folder.resolve("reference").toString()));
    return new LiveRun(broker.bootstrapServers(), folder, PREFIX, all.toArray(String[]::new));
  }

  private static void publish(LiveRun by, OfficialStatement statement, Path key) {
    var request =
        new Requests.Publish(
            Requests.Kind.STATEMENTS, by.file(List.of(statement)), null, false, false, key);
    assertThat(new PublishRun(by.options, InstantSource.system()).run(request, by.heard).accepted())
        .isEqualTo(1);
  }

  /** As a post that a token may make. */
  private static void vouched(LiveRun by, OfficialStatement statement) {
    var connection = Wiring.connection(by.options, broker.bootstrapServers());
    var channel = new Channel("token:desk", Set.of(statement.authority()));
    try (var ingress = new KafkaIngress(connection, "/test", Signatures.of(by.options))) {
      ingress.publish(statement, channel, TraceContext.NONE).join();
    }
  }

  private static OfficialStatement statement(
      String id, String authority, Level level, String region) {
    return StatementDraft.of(id, authority, NOON, Action.SET_LEVEL)
        .level(level)
        .entities("isil")
        .regions(region)
        .statement();
  }

  private static List<String> letters(LiveRun of) {
    var filter = new Requests.LetterFilter("NOT_ENTITLED", "statements", null);
    return new LettersDesk(of.options)
        .list(filter, 9).newest().stream().map(letter -> letter.why()).toList();
  }

  /** What is worked out once more from the topics. */
  private static Level explained(LiveRun of) {
    var question = new Requests.Question.OfSubject("isil", "GB", null, null);
    var explained = new ExplainRead(of.options, InstantSource.fixed(NOON)).run(question);
    assertThat(explained.notes()).isEmpty();
    return explained.explanation().level();
  }
}
