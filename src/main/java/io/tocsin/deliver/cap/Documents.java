package io.tocsin.deliver.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** XML documents, and their bytes in UTF-8. */
final class Documents {
  private Documents() {}

  static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new AssertionError("every JDK has this", e);
    }
  }

  static byte[] bytes(Document document) {
    var bytes = new ByteArrayOutputStream();
    try {
      var writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
      document.setXmlStandalone(true);
      writer.transform(new DOMSource(document), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException("a document cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
