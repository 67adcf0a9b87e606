package io.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.api.console.AuditRoutes;
import io.tocsin.api.console.ConsoleRoutes;
import io.tocsin.api.console.SessionRoutes;
import io.tocsin.api.console.TrialRoutes;
import io.tocsin.api.publish.Limits;
import io.tocsin.api.publish.PublishRoutes;
import io.tocsin.api.read.BoardRoutes;
import io.tocsin.api.read.CapRoutes;
import io.tocsin.api.read.FeedRoutes;
import io.tocsin.api.read.LetterRoutes;
import io.tocsin.api.read.Lookup;
import io.tocsin.api.read.PipelineRoutes;
import io.tocsin.api.read.ReferenceRoutes;
import io.tocsin.api.read.StreamRoutes;
import io.tocsin.api.read.SubjectRoutes;
import io.tocsin.api.read.WebhookRoutes;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Admission;
import io.tocsin.reference.Reference;
import io.tocsin.trace.Untold;
import io.tocsin.vitals.Readiness;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the description of the API against its routes, its records and its own examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final List<Routes> PARTS = parts();

  private ServerUnderTest server;
  private JsonNode api;

  @BeforeAll
  void read() throws IOException {
    server = ServerUnderTest.with(PARTS.toArray(Routes[]::new));
    api = new ObjectMapper().readTree(server.get(OpenApiRoutes.PATH).body());
  }

  @AfterAll
  void close() {
    server.close();
  }

  /** Every part there is; what they need to answer is not there, for nobody asks them. */
  private static List<Routes> parts() {
    var lookup = new Lookup(REFERENCE);
    return List.of(
        new HealthRoutes(new Readiness()),
        new MetricsRoutes(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        new OpenApiRoutes(),
        new Failures(),
        new PublishRoutes(
            null,
            new Admission(REFERENCE),
            Formats.of(REFERENCE),
            new Signatories(REFERENCE.authorities()),
            new SimpleMeterRegistry(),
            new Untold(),
            Limits.forHeap(1 << 30),
            InstantSource.system()),
        new ConsoleRoutes(),
        new SessionRoutes(),
        new AuditRoutes(null),
        new TrialRoutes(null),
        new BoardRoutes(null, lookup, null),
        new CapRoutes(null, null, null),
        new FeedRoutes(null),
        new PipelineRoutes(null, null, null, null),
        new ReferenceRoutes(lookup),
        new LetterRoutes(null),
        new StreamRoutes(null, null),
        new SubjectRoutes(null, lookup, null),
        new WebhookRoutes(null));
  }

  @Test
  void shouldKnowEveryPart() {
    var all =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tocsin.api")
                .stream()
                .filter(c -> c.isAssignableTo(Routes.class) && !c.isInterface())
                .map(c -> c.getFullName())
                .collect(Collectors.toSet());

    assertThat(PARTS).extracting(part -> part.getClass().getName()).hasSameElementsAs(all);
  }

  /** HEAD beside a GET goes without saying. */
  private static Set<String> withoutHeads(Set<String> routes) {
    var left = new TreeSet<>(routes);
    left.removeIf(r -> r.startsWith("HEAD ") && routes.contains(r.replace("HEAD ", "GET ")));
    return left;
  }

  @Test
  void shouldDescribeEveryRoute_andNothingElse() {
    assertThat(withoutHeads(described())).isEqualTo(withoutHeads(server.routes()));
  }

  private Set<String> described() {
    var described = new TreeSet<String>();
    api.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> described.add(method.toUpperCase() + " " + path.getKey())));

    return described;
  }

  @Test
  void shouldBeAnOpenApiDescription() {
    assertThat(api.get("openapi").textValue()).startsWith("3.1.");
    var ids = new TreeSet<String>();
    walk(
        api.get("paths"),
        node -> {
          if (node.has("operationId")) {
            assertThat(ids.add(node.get("operationId").textValue())).isTrue();
            assertThat(node.get("summary").textValue()).isNotBlank();
            assertThat(node.get("responses")).isNotEmpty();
          }
        });
    assertThat(ids).hasSameSizeAs(described());
  }

  @Test
  void shouldLeadSomewhere_withEveryReference() {
    walk(
        api,
        node -> {
          if (node.has("$ref")) {
            var ref = node.get("$ref").textValue();
            assertThat(api.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
          }
        });
  }

  @Test
  void shouldHaveExamplesThatAreValid() {
    var examples = new ArrayList<String>();
    walk(
        api,
        node -> {
          if (node.has("schema") && node.has("examples")) {
            for (var example : node.get("examples")) {
              examples.add(example.get("value").toString());
              assertValid(node.get("schema"), example.get("value"));
            }
          }
        });
    assertThat(examples).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void shouldRefuseWhatIsNoRecord() {
    var schema = api.at("/components/schemas/NewsEvent");

    assertThat(errors(schema, "{\"id\":\"a\"}")).isNotEmpty();
    assertThat(
            errors(
                schema,
                "{\"id\":\"a\",\"source\":\"s\",\"publishedAt\":1,\"headline\":\"h\",\"nonsense\":1}"))
        .isNotEmpty();
  }

  @Test
  void shouldNameTheFieldsThatRecordsHave() {
    assertThat(properties("NewsEvent")).isEqualTo(components(NewsEvent.class));
    assertThat(properties("OfficialStatement")).isEqualTo(components(OfficialStatement.class));
    assertThat(properties("Control")).isEqualTo(components(Control.class));
    assertThat(constants("Level")).isEqualTo(constants(Level.values()));
    assertThat(constants("Category")).isEqualTo(constants(Category.values()));
    assertThat(constants("ControlType")).isEqualTo(constants(Control.Type.values()));
  }

  @Test
  void shouldDescribeProblemsAsTheyAre() throws IOException {
    var problem = server.get("/nothing").body();

    assertThat(errors(api.at("/components/schemas/Problem"), problem)).isEmpty();
  }

  private void assertValid(JsonNode schema, JsonNode value) {
    assertThat(errors(schema, value.toString())).as(value.toString()).isEmpty();
  }

  private List<com.networknt.schema.Error> errors(JsonNode schema, String value) {
    var whole = ((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy());
    whole.set("components", api.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value, InputFormat.JSON);
  }

  private Set<String> properties(String schema) {
    var names = new TreeSet<String>();
    api.at("/components/schemas/" + schema + "/properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  private static Set<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> constants(String schema) {
    var names = new TreeSet<String>();
    api.at("/components/schemas/" + schema + "/enum").forEach(name -> names.add(name.textValue()));
    return names;
  }

  private static Set<String> constants(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    visitor.accept(node);
    node.forEach(child -> walk(child, visitor));
  }
}
