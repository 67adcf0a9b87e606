package io.tocsin.ingest.format;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML from strangers: no document type, so no entities; nothing external, nothing deep. */
public final class Xml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String MOST_ATTRIBUTES =
      "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";
  private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  /** Deeper than any document that is meant to be read. */
  public static final int MAX_DEPTH = 200;

  private Xml() {}

  /**
   * The tree of a document, with namespaces.
   *
   * @throws InvalidRecord naming the place, where it is not well-formed, bears a document type, or
   *     breaks a limit
   */
  public static org.w3c.dom.Document tree(byte[] bytes) {
    return tree(new InputSource(new ByteArrayInputStream(bytes)));
  }

  /** The same of a text, whose declaration may name any charset. */
  public static org.w3c.dom.Document tree(String text) {
    return tree(new InputSource(new StringReader(text)));
  }

  private static org.w3c.dom.Document tree(InputSource source) {
    try {
      var builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new Thrown());
      return builder.parse(source);
    } catch (SAXParseException e) {
      if (String.valueOf(e.getMessage()).startsWith("DOCTYPE")) {
        throw new InvalidRecord(new Problem("xml", "DOCTYPE", "must not have a document type"));
      }
      throw refused(
          "%s (line %d, column %d)"
              .formatted(e.getMessage(), e.getLineNumber(), e.getColumnNumber()));
    } catch (SAXException | IOException e) {
      throw refused(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new AssertionError("every JDK has this parser", e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute(MOST_ATTRIBUTES, "200");
    factory.setAttribute(DEEPEST, String.valueOf(MAX_DEPTH));
    factory.setExpandEntityReferences(false);
    factory.setXIncludeAware(false);
    return factory;
  }

  private static InvalidRecord refused(String why) {
    return new InvalidRecord(new Problem("xml", "", "must be well-formed and plain: " + why));
  }

  /** The parser's own handler would print. */
  private static final class Thrown implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // what is only doubtful is read
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
