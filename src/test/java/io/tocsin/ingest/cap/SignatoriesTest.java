package io.tocsin.ingest.cap;

import static io.tocsin.ingest.cap.SignedAlerts.ALERT;
import static io.tocsin.ingest.cap.SignedAlerts.pair;
import static io.tocsin.ingest.cap.SignedAlerts.parse;
import static io.tocsin.ingest.cap.SignedAlerts.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.format.Speaker;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.reference.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SignatoriesTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  @TempDir static Path folder;
  private static KeyPair british;
  private static KeyPair french;
  private static Signatories signatories;

  @BeforeAll
  static void publishKeys() throws Exception {
    british = pair("RSA", 2048);
    french = pair("EC", 256);
    new SmallWorld().writeTo(folder);
    Files.write(
        folder.resolve("authorities.csv"),
        List.of(
            "id,name,jurisdiction,scale,keys",
            "gb,Office,GB,small-5,"
                + VerificationKey.text("gb-1", british.getPublic())
                + ":2026-01-01:2026-12-31",
            "fr,Bureau,FR,small-5," + VerificationKey.text("fr-1", french.getPublic())));
    signatories = new Signatories(Reference.load(folder).authorities());
  }

  @Test
  void shouldKnowWhoSigned() throws Exception {
    assertThat(who(signed(british, RSA))).containsExactly("gb");
    assertThat(who(signed(french, ECDSA))).containsExactly("fr");
    assertThat(who(ALERT)).isEmpty();
  }

  @Test
  void shouldSpeakForTheSigner_whenAFeedIsSetUpForNobody() throws Exception {
    var signed = who(signed(british, RSA));
    var speaker = new Speaker("s", null, AT);

    assertThat(Signatories.behalf(signed, speaker).authority()).isEqualTo("gb");
    var another = new Speaker("s", "fr", AT);
    assertThat(Signatories.behalf(signed, another)).isEqualTo(another);
    assertThat(Signatories.behalf(who(ALERT), speaker)).isEqualTo(speaker);
  }

  @Test
  void shouldKnowNobody_whenTheKeyWasNotGoodThen() throws Exception {
    var bytes = signed(british, RSA).getBytes(UTF_8);

    assertThat(signatories.of(bytes, Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
    assertThat(signatories.of(bytes, Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenAWordWasAltered() throws Exception {
    var signed = signed(british, RSA);

    assertThat(who(signed.replace("Severe", "Lowest"))).isEmpty();
    assertThat(who(signed.replace("</info>", "</info><info/>"))).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenAStrangerSigned() throws Exception {
    assertThat(who(signed(pair("RSA", 2048), RSA))).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenTheAlgorithmIsAnother() throws Exception {
    assertThat(who(signed(british, RSA).replace("rsa-sha256", "rsa-sha1"))).isEmpty();
    assertThat(
            who(signed(british, RSA).replace(RSA, "http://www.w3.org/2000/09/xmldsig#hmac-sha1")))
        .isEmpty();
    var old = sign(parse(ALERT), british, RSA, "", DigestMethod.SHA1);
    assertThat(who(old)).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenOnlyAPartIsSigned_orSomethingElse() throws Exception {
    var document = parse(ALERT);
    var part = (Element) document.getElementsByTagName("info").item(0);
    part.setAttribute("id", "i");
    part.setIdAttribute("id", true);

    assertThat(who(sign(document, british, RSA, "#i", DigestMethod.SHA256))).isEmpty();
    assertThat(
            who(
                signed(british, RSA)
                    .replace("Reference URI=\"\"", "Reference URI=\"http://127.0.0.1:1/a.xml\"")))
        .isEmpty();
  }

  @Test
  void shouldKnowNobody_whenTheSignedMessageIsWrappedInAnother() throws Exception {
    var wrapped =
        "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><info/>"
            + signed(british, RSA)
            + "</alert>";

    assertThat(who(wrapped)).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenASignatureHoldsMoreThanASignature() throws Exception {
    var more =
        signed(british, RSA)
            .replace(
                "</Signature>", "<Object><info><event>Other</event></info></Object></Signature>");

    assertThat(more).contains("<Object>");
    assertThat(who(more)).isEmpty();
  }

  @Test
  void shouldKnowNobody_whenItIsNoDocumentOrAHostileOne() {
    assertThat(who("")).isEmpty();
    assertThat(who("{}")).isEmpty();
    assertThat(
            who("<!DOCTYPE alert [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><alert>&a;</alert>"))
        .isEmpty();
  }

  private static Set<String> who(String document) {
    return signatories.of(document.getBytes(UTF_8), AT);
  }

  private static String signed(KeyPair by, String method) throws Exception {
    return sign(parse(ALERT), by, method, "", DigestMethod.SHA256);
  }
}
