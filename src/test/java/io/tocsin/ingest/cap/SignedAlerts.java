package io.tocsin.ingest.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** A message, and signatures under it. */
public final class SignedAlerts {
  public static final String ALERT =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a1</identifier>\
      <sender>gb@example.org</sender><sent>2026-03-01T12:00:00+00:00</sent><status>Actual</status>\
      <msgType>Alert</msgType><scope>Public</scope><info><language>en</language>\
      <category>Security</category><event>Threat</event><urgency>Immediate</urgency>\
      <severity>Severe</severity><certainty>Observed</certainty><headline>Severe</headline>\
      <area><areaDesc>GB</areaDesc></area></info></alert>""";

  private SignedAlerts() {}

  public static KeyPair pair(String algorithm, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  public static String sign(Document document, KeyPair by, String method, String uri, String digest)
      throws Exception {
    var factory = XMLSignatureFactory.getInstance("DOM");
    var reference =
        factory.newReference(
            uri,
            factory.newDigestMethod(digest, null),
            List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
            null,
            null);
    var info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(method, null),
            List.of(reference));
    factory
        .newXMLSignature(info, null)
        .sign(new DOMSignContext(by.getPrivate(), document.getDocumentElement()));
    var text = new StringWriter();
    var transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty("omit-xml-declaration", "yes");
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  public static Document parse(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
