package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import io.tocsin.testing.SelfMadeCa;
import io.tocsin.testing.TlsRegistry;
import io.tocsin.vitals.Finding;
import io.tocsin.vitals.RegistryCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose certificate is by an authority of its own. */
class RegistryOverTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  @TempDir static Path folder;
  private static TlsRegistry server;
  private static Path authority;

  @BeforeAll
  static void serve() throws Exception {
    var ca = new SelfMadeCa(folder, "open-sesame");
    authority = Files.writeString(folder.resolve("ca.pem"), ca.pem());
    server =
        new TlsRegistry(
            ca.issue("registry"), "open-sesame", "Basic ZGVzazpzM2NyZXQ=", "Bearer t0ken");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldTrustTheAuthorityItIsTold_andShowItsLogin() throws IOException {
    var options = options(1).trusting(Trust.in(authority));

    assertThat(new SchemaRegistry(options.withBasic("desk", "s3cret")).id("a", SCHEMA))
        .isEqualTo(1);
    assertThat(new SchemaRegistry(options.withBearer("t0ken")).id("a", SCHEMA)).isEqualTo(1);
    assertThat(server.logins()).contains("Basic ZGVzazpzM2NyZXQ=", "Bearer t0ken");
  }

  @Test
  void shouldTrustNobodyElse() {
    assertThatThrownBy(() -> new SchemaRegistry(options(1)).id("a", SCHEMA))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("PKIX");
  }

  @Test
  void shouldLookAtItAsItIsUsed_whenTheDoctorComes() throws IOException {
    var trust = Trust.in(authority);

    var trusted = RegistryCheck.registry(url().toString(), "Bearer t0ken", trust, PATIENCE);
    var locked = RegistryCheck.registry(url().toString(), "Bearer wr0ng", trust, PATIENCE);
    var strange = RegistryCheck.registry(url().toString(), PATIENCE);

    assertThat(trusted.status()).isEqualTo(Finding.Status.OK);
    assertThat(locked.detail()).contains("refuses us").doesNotContain("wr0ng");
    assertThat(strange.status()).isEqualTo(Finding.Status.FAIL);
    assertThat(strange.detail()).contains("is not trusted");
    assertThat(strange.advice()).contains("registry.ca");
  }

  @Test
  void shouldRefuseAFileWithoutCertificates() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.pem"), "");
    var nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

    assertThatThrownBy(() -> Trust.in(empty)).isInstanceOf(InvalidRecord.class);
    assertThatThrownBy(() -> Trust.in(nonsense))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("PEM");
    assertThatThrownBy(() -> Trust.in(folder.resolve("none.pem"))).isInstanceOf(IOException.class);
  }

  private static RegistryOptions options(int attempts) {
    return new RegistryOptions(url(), null, PATIENCE, attempts, Duration.ofMillis(1));
  }

  private static URI url() {
    return server.url();
  }
}
