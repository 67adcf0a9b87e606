package io.tocsin.api.publish;

import static io.tocsin.api.publish.Posting.STATEMENTS;
import static io.tocsin.ingest.cap.SignedAlerts.ALERT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.access.NewToken;
import io.tocsin.api.access.Scope;
import io.tocsin.api.access.TokensFile;
import io.tocsin.ingest.cap.SignedAlerts;
import io.tocsin.model.OfficialStatement;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.reference.VerificationKey;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that may speak for nobody posts what an authority has signed. */
class SignedPostTest {
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  private final NewToken relay =
      NewToken.make("relay", Set.of(Scope.PUBLISH_STATEMENTS), List.of(), List.of("fr"));
  private KeyPair british;
  private Posting posting;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    british = SignedAlerts.pair("RSA", 2048);
    new SmallWorld().writeTo(folder);
    Files.write(
        folder.resolve("authorities.csv"),
        List.of(
            "id,name,jurisdiction,scale,keys",
            "gb,Office,GB,small-5," + VerificationKey.text("gb-1", british.getPublic()),
            "fr,Bureau,FR,small-5,"));
    var tokens = TokensFile.open(folder.resolve("tokens.yaml"), () -> Posting.NOON);
    tokens.add(relay);
    posting = Posting.with(tokens, Reference.load(folder));
  }

  @AfterEach
  void close() {
    posting.close();
  }

  private HttpResponse<String> post(String document, String query) {
    return posting.post(
        STATEMENTS + query,
        "application/cap+xml",
        document.getBytes(UTF_8),
        "Authorization",
        "Bearer " + relay.token());
  }

  private String signed() throws Exception {
    return SignedAlerts.sign(SignedAlerts.parse(ALERT), british, RSA, "", DigestMethod.SHA256);
  }

  @Test
  void shouldSpeakForTheSigner_whoeverSendsIt() throws Exception {
    var answer = post(signed(), "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(posting.ingress.records)
        .singleElement()
        .isInstanceOfSatisfying(
            OfficialStatement.class, s -> assertThat(s.authority()).isEqualTo("gb"));
  }

  @Test
  void shouldSpeakForNobody_whenAWordWasAltered() throws Exception {
    var answer = post(signed().replace("Immediate", "Future"), "?authority=gb");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("is not an authority that this token may speak for");
    assertThat(posting.ingress.records).isEmpty();
  }

  @Test
  void shouldSpeakForNobody_withoutASignature() {
    assertThat(post(ALERT, "?authority=gb").statusCode()).isEqualTo(422);
    assertThat(posting.ingress.records).isEmpty();
  }
}
