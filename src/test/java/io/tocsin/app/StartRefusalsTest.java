package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.vitals.Finding;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, or warned of, before anything starts. */
class StartRefusalsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path data;

  @Test
  void shouldRefuseHttpThatIsOpenToOthers_beforeKafkaStarts() {
    var open = options(Map.of("http.bind", "0.0.0.0"));

    assertThatThrownBy(() -> up(open))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.advice()).contains("tocsin tokens new", "http.bind"))
        .hasMessageContaining("no tokens are configured");
    assertThat(data.resolve("kafka")).doesNotExist();
    assertThat(data.resolve("state")).doesNotExist();
  }

  @Test
  void shouldRefuseAnAddressOfAnotherMachine_beforeKafkaStarts() {
    assertThatThrownBy(() -> up(options(Map.of("http.bind", "no-such-host.invalid"))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not an address of this machine");
    assertThat(data.resolve("kafka")).doesNotExist();
  }

  @Test
  void shouldWarnThatWhoeverMayWriteSpeaksForAll_whereAClusterIsOpen() {
    var cluster = Map.of("kafka.bootstrap.servers", "kafka:9092", "topics.prefix", "early");

    var finding = EntitlementCheck.look(options(cluster));

    assertThat(finding.status()).isEqualTo(Finding.Status.WARN);
    assertThat(finding.detail()).contains("early.statements", "every authority");
    assertThat(finding.advice()).contains("statements.entitlement=signed");
  }

  @Test
  void shouldNotWarn_whereStatementsAreSigned_orKafkaIsEmbedded() {
    var signed =
        Map.of("kafka.bootstrap.servers", "kafka:9092", "statements.entitlement", "signed");

    assertThat(EntitlementCheck.look(options(signed)).status()).isEqualTo(Finding.Status.OK);
    assertThat(EntitlementCheck.look(options(Map.of())).status()).isEqualTo(Finding.Status.OK);
  }

  @Test
  void shouldSayTheWarningOnce_whenItStarts() {
    var watch = new Heard();
    var cluster = options(Map.of("kafka.bootstrap.servers", "kafka:9092"));

    new Installation(cluster, new Closers(name -> {}), CLOCK, watch).cluster("kafka:9092");

    assertThat(watch.said)
        .singleElement()
        .asString()
        .startsWith("warning: whoever may write to tocsin.statements");
  }

  private void up(Options options) throws InterruptedException {
    try (var closers = new Closers(name -> {})) {
      new UpRun(options, closers, new Shutdown(Thread.currentThread(), () -> {}), CLOCK)
          .run(new Heard());
    }
  }

  private Options options(Map<String, String> sets) {
    var flags = Map.of(Key.DATA, data.toString(), Key.PORT, "0");
    return OptionsReader.read(new Given(flags, sets, Map.of(), null, data, data, 2));
  }
}
