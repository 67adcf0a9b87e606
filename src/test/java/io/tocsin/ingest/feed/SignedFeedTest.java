package io.tocsin.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.SignedAlerts;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.OfficialStatement;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.reference.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that is set up for no authority, and brings a message that one signed. */
class SignedFeedTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final String METHOD = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  @TempDir Path folder;

  @Test
  void shouldBringAStatementOfItsSigner_andNoneWhereItIsAltered() throws Exception {
    var key = SignedAlerts.pair("RSA", 2048);
    new SmallWorld().writeTo(folder);
    Files.write(
        folder.resolve("authorities.csv"),
        List.of(
            "id,name,jurisdiction,scale,keys",
            "gb,Office,GB,small-5," + VerificationKey.text("gb-1", key.getPublic())));
    var reference = Reference.load(folder);
    var intake = new Intake(Formats.of(reference), reference);
    var feed =
        new Feed("any", new Feed.Disk(folder), null, "any", null, Duration.ofSeconds(1), false);
    var message =
        SignedAlerts.sign(
            SignedAlerts.parse(SignedAlerts.ALERT), key, METHOD, "", DigestMethod.SHA256);

    var signed = intake.read(feed, document(message), new Speaker("any", null, AT));
    var altered =
        intake.read(
            feed, document(message.replace("Observed", "Likely")), new Speaker("any", null, AT));

    assertThat(signed.records())
        .singleElement()
        .isInstanceOfSatisfying(
            OfficialStatement.class, s -> assertThat(s.authority()).isEqualTo("gb"));
    assertThat(feed.channel().alsoFor(signed.records()).speaksFor("gb")).isTrue();
    assertThat(altered.records()).noneMatch(OfficialStatement.class::isInstance);
  }

  private static Document document(String text) {
    return new Document("alert.xml", null, text.getBytes(UTF_8));
  }
}
