package io.tocsin.deliver.cap;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.CRITICAL;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.reference.Reference;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class CapWriterTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final Profile PROFILE =
      new Profile(
          "tocsin@example.org",
          Profile.Status.EXERCISE,
          Profile.Scope.PUBLIC,
          "https://t.example.org");
  private static final AlertLevelChange RISE = change("isil", "GB-BIR", 1, LOW, SEVERE, NOON);
  private static final AlertLevelChange MORE =
      change("isil", "GB-BIR", 2, SEVERE, CRITICAL, NOON.plusSeconds(60));
  private static final AlertLevelChange OVER =
      change("isil", "GB-BIR", 3, CRITICAL, LOW, NOON.plusSeconds(120));

  private static byte[] xml(Profile profile, AlertLevelChange change, AlertLevelChange before) {
    return new CapWriter(
            profile,
            id -> REFERENCE.regions().find(id).map(r -> r.name()).orElse(id),
            REFERENCE.regions(),
            Optional.empty())
        .write(new Message(change, Optional.ofNullable(before)));
  }

  private static Element alert(AlertLevelChange change, AlertLevelChange before) throws Exception {
    var xml = xml(PROFILE, change, before);
    assertThat(CapRules.faults(xml)).isEmpty();
    return CapRules.parse(xml).getDocumentElement();
  }

  private static Element info(AlertLevelChange change) throws Exception {
    return child(alert(change, null), "info");
  }

  private static Element child(Element parent, String name) {
    return CapRules.children(parent).stream()
        .filter(child -> child.getLocalName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Parameters, or geocodes, by name. */
  private static Map<String, String> pairs(Element parent, String name) {
    var pairs = new HashMap<String, String>();
    for (var child : CapRules.children(parent)) {
      if (child.getLocalName().equals(name)) {
        pairs.put(CapRules.text(child, "valueName"), CapRules.text(child, "value"));
      }
    }
    return pairs;
  }

  @Test
  void shouldSayAlertUpdateAndCancel_eachReferringToTheOneBefore() throws Exception {
    var alert = alert(RISE, null);
    var update = alert(MORE, RISE);
    var cancel = alert(OVER, MORE);

    assertThat(CapRules.text(alert, "msgType")).isEqualTo("Alert");
    assertThat(CapRules.text(alert, "references")).isNull();
    assertThat(CapRules.text(update, "msgType")).isEqualTo("Update");
    assertThat(CapRules.text(update, "references"))
        .isEqualTo("tocsin@example.org,isil-GB-BIR-1,2015-12-05T12:00:00-00:00");
    assertThat(CapRules.text(cancel, "msgType")).isEqualTo("Cancel");
    assertThat(CapRules.text(cancel, "references"))
        .isEqualTo("tocsin@example.org,isil-GB-BIR-2,2015-12-05T12:01:00-00:00");
    assertThat(CapRules.text(child(cancel, "info"), "responseType")).isEqualTo("AllClear");
  }

  @Test
  void shouldBeginAnew_whenTheSubjectWasLowOrWhatCameBeforeIsNotKnown() throws Exception {
    var again = change("isil", "GB-BIR", 4, LOW, MODERATE, NOON.plusSeconds(180));

    assertThat(CapRules.text(alert(again, OVER), "msgType")).isEqualTo("Alert");
    assertThat(CapRules.text(alert(MORE, null), "msgType")).isEqualTo("Alert");
    assertThat(CapRules.text(alert(OVER, null), "msgType")).isEqualTo("Alert");
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, Minor, Past, Unlikely",
    "MODERATE, Minor, Future, Possible",
    "SUBSTANTIAL, Moderate, Future, Possible",
    "SEVERE, Severe, Expected, Possible",
    "CRITICAL, Extreme, Expected, Possible"
  })
  void shouldGradeByTheTable(Level level, String severity, String urgency, String certainty)
      throws Exception {
    var from = level == LOW ? MODERATE : LOW;
    var info = info(change("isil", "GB-BIR", 1, from, level, NOON));

    assertThat(CapRules.text(info, "severity")).isEqualTo(severity);
    assertThat(CapRules.text(info, "urgency")).isEqualTo(urgency);
    assertThat(CapRules.text(info, "certainty")).isEqualTo(certainty);
  }

  @Test
  void shouldSayWhatTheChangeSays_andWhenItIsDueToFall() throws Exception {
    var full = FullChange.withHeadline("Calls <led> to Birmingham & beyond");
    var info = info(full);

    assertThat(CapRules.text(info, "certainty")).isEqualTo("Likely");
    assertThat(CapRules.text(info, "headline"))
        .isEqualTo("Threat level of isil in Birmingham raised from LOW to SEVERE");
    assertThat(CapRules.text(info, "expires")).isEqualTo("2015-12-07T05:00:00-00:00");
    assertThat(CapRules.text(info, "web")).isEqualTo("https://t.example.org/subject/isil/GB-BIR");
    assertThat(CapRules.text(info, "description"))
        .contains("jtac says SEVERE since 2014-08-29T10:00:00-00:00")
        .contains("by 3 reports", "birmingham-mail: Calls <led> to Birmingham & beyond");
    assertThat(pairs(info, "parameter"))
        .containsEntry("level", "SEVERE")
        .containsEntry("previousLevel", "LOW")
        .containsEntry("declared", "SEVERE")
        .containsEntry("reported", "MODERATE")
        .containsEntry("score", "0.70")
        .containsEntry("subject", "isil|GB-BIR")
        .containsEntry("alert", full.id());
  }

  @Test
  void shouldNameTheArea_withItsCodeAndItsPlace() throws Exception {
    var area = child(info(RISE), "area");
    assertThat(CapRules.text(area, "areaDesc")).startsWith("Birmingham, England, ");
    assertThat(CapRules.text(area, "circle")).startsWith("52.").endsWith(" 0");
    assertThat(pairs(area, "geocode"))
        .containsEntry("ISO3166-2", "GB-BIR")
        .containsEntry("tocsin", "GB-BIR");

    var country = child(info(change("isil", "FR", 1, LOW, SEVERE, NOON)), "area");
    assertThat(pairs(country, "geocode")).containsEntry("ISO3166-1", "FR");
    var quarter = child(info(change("_", "BE-BRU-molenbeek", 1, LOW, SEVERE, NOON)), "area");
    assertThat(pairs(quarter, "geocode")).containsOnlyKeys("tocsin");
    var unknown = child(info(change("_", "XX-1-nowhere", 1, LOW, SEVERE, NOON)), "area");
    assertThat(CapRules.text(unknown, "areaDesc")).isEqualTo("XX-1-nowhere");
    assertThat(CapRules.text(unknown, "circle")).isNull();
  }

  @Test
  void shouldSayWhoMayHaveIt_whenItIsRestricted() throws Exception {
    var restricted =
        new Profile("tocsin@example.org", Profile.Status.TEST, Profile.Scope.RESTRICTED, null);
    var xml = xml(restricted, RISE, null);

    assertThat(CapRules.faults(xml)).isEmpty();
    var alert = CapRules.parse(xml).getDocumentElement();
    assertThat(CapRules.text(alert, "status")).isEqualTo("Test");
    assertThat(CapRules.text(alert, "restriction")).isNotBlank();
    assertThat(CapRules.text(child(alert, "info"), "web")).isNull();
  }

  @Test
  void shouldStayWellFormed_whateverAHeadlineHolds() throws Exception {
    var evil = FullChange.withHeadline("]]> <!-- <b>&amp;\u0001\uFFFF \uD83D\uDE00 \u2028");

    assertThat(CapRules.text(info(evil), "description"))
        .contains("]]> <!-- <b>&amp;\uFFFD\uFFFD \uD83D\uDE00");
  }

  @Test
  void shouldRefuseASender_thatWouldBreakReferences() {
    for (var sender : List.of("", "two words", "a,b", "a<b", "a&b")) {
      assertThatThrownBy(() -> new Profile(sender, Profile.Status.TEST, Profile.Scope.PUBLIC, null))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** {@code -Dtocsin.cap.xsd=FILE} names the schema of OASIS, which is not shipped. */
  @Test
  @EnabledIfSystemProperty(named = "tocsin.cap.xsd", matches = ".+")
  void shouldBeValidByTheSchemaOfOasis() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new File(System.getProperty("tocsin.cap.xsd")));
    var messages =
        List.of(
            xml(PROFILE, RISE, null),
            xml(PROFILE, MORE, RISE),
            xml(PROFILE, OVER, MORE),
            xml(PROFILE, FullChange.withHeadline("Calls & more"), null),
            SignerTest.signed("RSA"),
            SignerTest.signed("EC"));
    for (var message : messages) {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
    }
    assertThat(messages).hasSize(6);
  }
}
