package io.tocsin.deliver.cap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.notice.Changes;
import io.tocsin.model.Level;
import io.tocsin.reference.Reference;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, verified by the JDK. */
public class SignerTest {
  public static final String PASSWORD = "correct horse";

  static byte[] signed(String algorithm) throws Exception {
    var store = store(algorithm);
    var writer =
        new CapWriter(
            new Profile("tocsin@example.org", Profile.Status.TEST, Profile.Scope.PUBLIC, null),
            id -> id,
            Reference.load(null).regions(),
            Signer.of(store, PASSWORD.toCharArray()));
    return writer.write(
        new Message(Changes.isilInBirmingham(1, Level.LOW, Level.SEVERE), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void shouldVerify_andNoLongerOnceAWordIsChanged(String algorithm) throws Exception {
    var xml = signed(algorithm);
    assertThat(CapRules.faults(xml)).isEmpty();
    assertThat(verifies(xml)).isTrue();

    var forged =
        new String(xml, StandardCharsets.UTF_8).replace("<severity>Severe", "<severity>Minor");
    assertThat(verifies(forged.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void shouldBeTheLastChild() throws Exception {
    var root = CapRules.parse(signed("RSA")).getDocumentElement();

    assertThat(root.getLastChild().getLocalName()).isEqualTo("Signature");
  }

  @Test
  void shouldFindNoSigner_whereAStoreHoldsNoKey() throws Exception {
    var empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);

    assertThat(Signer.of(empty, PASSWORD.toCharArray())).isEmpty();
  }

  /** By the certificate that it holds. */
  private static boolean verifies(byte[] xml) throws Exception {
    var document = CapRules.parse(xml);
    var signature = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
    var certificate =
        document.getElementsByTagNameNS(XMLSignature.XMLNS, "X509Certificate").item(0);
    var key =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    Base64.getMimeDecoder().decode(certificate.getTextContent())))
            .getPublicKey();
    var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
    return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
  }

  /** A store with a new key and its certificate. */
  public static KeyStore store(String algorithm) throws Exception {
    var folder = Files.createTempDirectory("cap");
    var file = folder.resolve("key.p12");
    write(algorithm, file);
    var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    Files.delete(file);
    Files.delete(folder);
    return store;
  }

  /** The same as a file, made by the JDK's tool. */
  public static void write(String algorithm, Path file) throws Exception {
    var tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=tocsin.example.org",
                "-alias",
                "cap",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(said).isZero();
  }
}
