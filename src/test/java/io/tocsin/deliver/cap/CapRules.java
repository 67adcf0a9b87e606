package io.tocsin.deliver.cap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a message of CAP 1.2 must be, as far as ours go: the order of elements, which must be there,
 * the words that are allowed, the form of times, references, circles and identifiers.
 */
public final class CapRules {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final String SIGNATURE = "Signature";

  /** By element, its children in their order; {@code !} must be there, {@code *} may repeat. */
  private static final Map<String, List<String>> CHILDREN =
      Map.of(
          "alert",
          words(
              "identifier! sender! sent! status! msgType! source scope! restriction addresses code*"
                  + " note references incidents info* Signature"),
          "info",
          words(
              "language category!* event! responseType* urgency! severity! certainty! audience"
                  + " eventCode* effective onset expires senderName headline description"
                  + " instruction web contact parameter* resource* area*"),
          "area",
          words("areaDesc! polygon* circle* geocode* altitude ceiling"),
          "parameter",
          words("valueName! value!"),
          "geocode",
          words("valueName! value!"));

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "status", Set.of("Actual", "Exercise", "System", "Test", "Draft"),
          "msgType", Set.of("Alert", "Update", "Cancel", "Ack", "Error"),
          "scope", Set.of("Public", "Restricted", "Private"),
          "category", Set.of("Security"),
          "responseType", Set.of("Monitor", "AllClear"),
          "urgency", Set.of("Immediate", "Expected", "Future", "Past", "Unknown"),
          "severity", Set.of("Extreme", "Severe", "Moderate", "Minor", "Unknown"),
          "certainty", Set.of("Observed", "Likely", "Possible", "Unlikely", "Unknown"));

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d";
  private static final String NAME = "[^\\s,<&]+";
  private static final Map<String, String> FORMS =
      Map.of(
          "sent", TIME,
          "effective", TIME,
          "expires", TIME,
          "identifier", NAME,
          "sender", NAME,
          "references", NAME + "," + NAME + "," + TIME,
          "circle", "-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)? \\d+(\\.\\d+)?");

  private final List<String> faults = new ArrayList<>();

  private CapRules() {}

  public static Document parse(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  /** Every rule that a message breaks. */
  public static List<String> faults(byte[] xml) throws Exception {
    var rules = new CapRules();
    var root = parse(xml).getDocumentElement();
    if (!root.getLocalName().equals("alert")) {
      rules.faults.add("no alert: " + root.getLocalName());
    }
    rules.look(root);
    boolean refers = text(root, "references") != null;
    if (refers == "Alert".equals(text(root, "msgType"))) {
      rules.faults.add("references are for Update and Cancel");
    }
    if ("Restricted".equals(text(root, "scope")) == (text(root, "restriction") == null)) {
      rules.faults.add("restriction is for scope Restricted");
    }
    return rules.faults;
  }

  public static String text(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getLocalName().equals(name))
        .map(Node::getTextContent)
        .findFirst()
        .orElse(null);
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private void look(Element element) {
    var name = element.getLocalName();
    if (name.equals(SIGNATURE)) {
      return;
    }
    if (!NAMESPACE.equals(element.getNamespaceURI())) {
      faults.add(name + " is not of CAP 1.2");
    }
    if (CHILDREN.containsKey(name)) {
      order(element, CHILDREN.get(name));
      children(element).forEach(this::look);
      return;
    }
    var text = element.getTextContent();
    if (ALLOWED.containsKey(name) && !ALLOWED.get(name).contains(text)) {
      faults.add(name + " may not be " + text);
    }
    if (FORMS.containsKey(name) && !text.matches(FORMS.get(name))) {
      faults.add(name + " has not the form it must: " + text);
    }
  }

  private void order(Element parent, List<String> rules) {
    int at = 0;
    var left = children(parent);
    for (var rule : rules) {
      var wanted = rule.replaceAll("[!*]", "");
      int found = 0;
      while (at < left.size() && left.get(at).getLocalName().equals(wanted)) {
        at++;
        found++;
      }
      if (found == 0 && rule.contains("!")) {
        faults.add(parent.getLocalName() + " needs " + wanted);
      }
      if (found > 1 && !rule.contains("*")) {
        faults.add(parent.getLocalName() + " may hold one " + wanted);
      }
    }
    if (at < left.size()) {
      faults.add("%s is out of place".formatted(left.get(at).getLocalName()));
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
