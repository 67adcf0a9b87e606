package io.tocsin.deliver.cap;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;

/**
 * Signs messages: an enveloped XML signature (W3C XML-Signature Syntax and Processing 1.1) as the
 * last child of the message, with the certificate in it.
 */
public final class Signer {
  private final PrivateKey key;
  private final X509Certificate certificate;
  private final String method;

  /**
   * @throws IllegalArgumentException for a key that is neither of RSA nor of an elliptic curve
   */
  public Signer(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
    this.method =
        switch (key.getAlgorithm()) {
          case "RSA" -> SignatureMethod.RSA_SHA256;
          case "EC" -> SignatureMethod.ECDSA_SHA256;
          default ->
              throw new IllegalArgumentException(
                  "must be a key of RSA or of an elliptic curve, and is of " + key.getAlgorithm());
        };
  }

  /**
   * The signer of the first private key in a store; empty where there is none.
   *
   * @throws GeneralSecurityException where the password does not open it
   */
  public static Optional<Signer> of(KeyStore store, char[] password)
      throws GeneralSecurityException {
    for (var alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        return Optional.of(new Signer(key, certificate));
      }
    }
    return Optional.empty();
  }

  void sign(Document document) {
    try {
      var factory = XMLSignatureFactory.getInstance("DOM");
      var keys = factory.getKeyInfoFactory();
      KeyInfo info = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
      var context = new DOMSignContext(key, document.getDocumentElement());
      factory.newXMLSignature(signed(factory), info).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("a message cannot be signed", e);
    }
  }

  private SignedInfo signed(XMLSignatureFactory factory) throws GeneralSecurityException {
    var whole =
        factory.newReference(
            "",
            factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(
                    CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
            null,
            null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, null),
        List.of(whole));
  }
}
