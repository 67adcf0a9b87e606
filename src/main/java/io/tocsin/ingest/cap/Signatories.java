package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Speaker;
import io.tocsin.reference.Authorities;
import io.tocsin.reference.VerificationKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Who signed a CAP document, by enveloped XML signatures (W3C XML-Signature Syntax and Processing
 * 1.1) and the keys of authorities.csv: RSA and elliptic curves.
 *
 * <p>A signature counts if it is a child of the message, holds nothing of its own, and is over the
 * whole document by its one reference; so what it does not cover cannot be read as if it did. No
 * algorithm is taken beside those named here, no key that the document brings along, and nothing
 * outside the document is asked for.
 */
public final class Signatories {
  private static final int MOST = 4;
  private static final String SECURE = "org.jcp.xml.dsig.secureValidation";
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha";
  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha";
  private static final Set<String> SIGNED_BY =
      Set.of(RSA + 256, RSA + 384, RSA + 512, ECDSA + 256, ECDSA + 384, ECDSA + 512);
  private static final Set<String> DIGESTS =
      Set.of(
          DigestMethod.SHA256,
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          DigestMethod.SHA512);
  private static final Set<String> CANONICAL =
      Set.of(
          CanonicalizationMethod.INCLUSIVE,
          CanonicalizationMethod.EXCLUSIVE,
          "http://www.w3.org/2006/12/xml-c14n11");

  private final Authorities authorities;

  public Signatories(Authorities authorities) {
    this.authorities = authorities;
  }

  /**
   * Ids of the authorities whose signature the document bears.
   *
   * @param document its bytes; any others bear none
   * @param at which keys count: those that were good then
   */
  public Set<String> of(byte[] document, Instant at) {
    var found = new TreeSet<String>();
    if (authorities.all().stream().allMatch(authority -> authority.keys().isEmpty())) {
      return found;
    }
    var signatures = signatures(document);
    for (var authority : authorities.all()) {
      boolean signed =
          authority.keys().stream()
              .filter(key -> key.isGood(at))
              .map(VerificationKey::key)
              .anyMatch(key -> signatures.stream().anyMatch(s -> holds(s, key)));
      if (signed) {
        found.add(authority.id());
      }
    }
    return found;
  }

  /**
   * On whose behalf a document is to be read: where the speaker is no authority, of the one that
   * signed it.
   *
   * @param signed the authorities whose signature it bears, from {@link #of}
   */
  public static Speaker behalf(Set<String> signed, Speaker speaker) {
    return speaker.authority() == null && signed.size() == 1
        ? new Speaker(speaker.source(), signed.iterator().next(), speaker.received())
        : speaker;
  }

  /** The signature elements; none where one of them stands or holds what it must not. */
  private static List<Element> signatures(byte[] bytes) {
    Document document;
    try {
      document = parse(bytes);
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return List.of();
    }
    var all = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    var objects = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Object");
    if (all.getLength() > MOST || objects.getLength() > 0) {
      return List.of();
    }
    var signatures = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      Node signature = all.item(i);
      if (signature.getParentNode() != document.getDocumentElement()) {
        return List.of();
      }
      signatures.add((Element) signature);
    }
    return signatures;
  }

  private static boolean holds(Element element, PublicKey key) {
    var context = new DOMValidateContext(key, element);
    context.setProperty(SECURE, Boolean.TRUE);
    context.setURIDereferencer(
        (reference, c) -> {
          if (!"".equals(reference.getURI())) {
            throw new URIReferenceException("only the document itself is looked at");
          }
          return XMLSignatureFactory.getInstance("DOM")
              .getURIDereferencer()
              .dereference(reference, c);
        });
    try {
      var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return isAllowed(signature) && signature.validate(context);
    } catch (MarshalException | XMLSignatureException | RuntimeException e) {
      // not by this key, or not by these rules: it bears no signature of this authority
      return false;
    }
  }

  private static boolean isAllowed(XMLSignature signature) {
    var info = signature.getSignedInfo();
    return SIGNED_BY.contains(info.getSignatureMethod().getAlgorithm())
        && CANONICAL.contains(info.getCanonicalizationMethod().getAlgorithm())
        && info.getReferences().size() == 1
        && isWhole(info.getReferences().get(0));
  }

  private static boolean isWhole(Reference reference) {
    var transforms = reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
    return "".equals(reference.getURI())
        && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
        && transforms.contains(Transform.ENVELOPED)
        && transforms.stream()
            .allMatch(t -> t.equals(Transform.ENVELOPED) || CANONICAL.contains(t));
  }

  private static Document parse(byte[] bytes)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(bytes));
  }
}
