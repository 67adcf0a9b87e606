package io.tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jsoup.Connection;

/** The rooms of the house, and the doors between them; see docs/architecture.md. */
@AnalyzeClasses(packages = "io.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final String MODEL = "io.tocsin.model..";
  private static final String REFERENCE = "io.tocsin.reference..";
  private static final String EXTRACT = "io.tocsin.extract..";
  private static final String EVALUATE = "io.tocsin.evaluate..";
  private static final String ASSESS = "io.tocsin.assess..";
  private static final String WIRE = "io.tocsin.wire..";
  private static final String TOPOLOGY = "io.tocsin.topology..";
  private static final String BROKER = "io.tocsin.broker..";
  private static final String VITALS = "io.tocsin.vitals..";
  private static final String BENCH = "io.tocsin.bench..";
  private static final String INGEST = "io.tocsin.ingest..";
  private static final String CLIENT = "io.tocsin.client..";
  private static final String DELIVER = "io.tocsin.deliver..";
  private static final String API = "io.tocsin.api..";
  private static final String TRACE = "io.tocsin.trace..";
  private static final String OUTBOUND = "io.tocsin.outbound..";
  private static final String APP = "io.tocsin.app..";
  private static final String CLI = "io.tocsin.cli..";
  private static final String GENERATED = "io.tocsin.v1..";

  @ArchTest static final ArchRule MODEL_KNOWS_JAVA_ALONE = room(MODEL, "java..");

  @ArchTest
  static final ArchRule REFERENCE_ANSWERS_ONLY =
      room(REFERENCE, "java..", MODEL, "com.fasterxml.jackson..", "com.ibm.icu..");

  @ArchTest
  static final ArchRule EXTRACT_IS_PURE =
      room(EXTRACT, "java..", MODEL, REFERENCE, "com.ibm.icu..");

  @ArchTest
  static final ArchRule EVALUATE_MEASURES_THE_READING =
      ownDoors(EVALUATE, MODEL, REFERENCE, EXTRACT);

  @ArchTest
  static final ArchRule ASSESS_IS_PURE =
      room(
          ASSESS,
          "java.lang..",
          "java.util..",
          "java.time..",
          "java.nio.charset..",
          MODEL,
          REFERENCE);

  @ArchTest
  static final ArchRule ASSESS_HAS_NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(ASSESS, EXTRACT, MODEL)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Random.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule WIRE_ALONE_SEES_AVRO =
      noClasses()
          .that()
          .resideOutsideOfPackages(WIRE, GENERATED, BENCH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.avro..", GENERATED);

  /** Its naive contender reads the topics as any program beside the product would. */
  @ArchTest
  static final ArchRule BENCH_READS_AVRO_WITHOUT_THE_PRODUCT =
      noClasses()
          .that()
          .resideInAPackage(BENCH)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(GENERATED);

  @ArchTest static final ArchRule WIRE_KNOWS_VALUES = ownDoors(WIRE, MODEL, ASSESS, GENERATED);

  @ArchTest
  static final ArchRule TOPOLOGY_CARRIES =
      ownDoors(TOPOLOGY, MODEL, REFERENCE, EXTRACT, ASSESS, WIRE, TRACE);

  @ArchTest static final ArchRule BROKER_KNOWS_KAFKA = ownDoors(BROKER, VITALS);

  @ArchTest static final ArchRule VITALS_STANDS_ALONE = ownDoors(VITALS, MODEL, TOPOLOGY);

  @ArchTest
  static final ArchRule INGEST_MAKES_RECORDS =
      ownDoors(INGEST, MODEL, REFERENCE, WIRE, CLIENT, OUTBOUND).allowEmptyShould(true);

  /** What is fetched is fetched by the feeds, which know whom not to ask. */
  @ArchTest
  static final ArchRule FORMATS_REACH_FOR_NOTHING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tocsin.ingest.cap..",
              "io.tocsin.ingest.format..",
              "io.tocsin.ingest.gdelt..",
              "io.tocsin.ingest.ndjson..",
              "io.tocsin.ingest.newsml..",
              "io.tocsin.ingest.ninjs..",
              "io.tocsin.ingest.page..",
              "io.tocsin.ingest.stix..",
              "io.tocsin.ingest.syndication..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              URL.class, URLConnection.class, Socket.class, File.class, Connection.class);

  @ArchTest static final ArchRule OUTBOUND_STANDS_ALONE = ownDoors(OUTBOUND);

  @ArchTest static final ArchRule TRACE_STANDS_ALONE = ownDoors(TRACE);

  @ArchTest
  static final ArchRule TRACE_ALONE_SEES_OPEN_TELEMETRY =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRACE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule CLIENT_IS_FOR_OTHERS_TO_EMBED =
      ownDoors(CLIENT, MODEL, WIRE).allowEmptyShould(true);

  @ArchTest
  static final ArchRule DELIVER_READS_WHAT_WAS_TOLD =
      ownDoors(DELIVER, MODEL, REFERENCE, WIRE, CLIENT, OUTBOUND, TRACE).allowEmptyShould(true);

  @ArchTest
  static final ArchRule API_KNOWS_NO_KAFKA =
      ownDoors(API, MODEL, REFERENCE, WIRE, INGEST, DELIVER, VITALS, TRACE).allowEmptyShould(true);

  @ArchTest
  static final ArchRule API_SEES_NO_KAFKA =
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule BENCH_STARTS_PROCESSES_AND_WATCHES =
      ownDoors(BENCH, MODEL, REFERENCE, ASSESS, WIRE, TOPOLOGY, BROKER);

  @ArchTest static final ArchRule CLI_SPEAKS_TO_APP = ownDoors(CLI, APP, BENCH, MODEL, ASSESS);

  @ArchTest
  static final ArchRule APP_IS_WIRED_BY_NOBODY_BUT_MAIN_AND_CLI =
      noClasses()
          .that(
              resideInAnyPackage(
                  MODEL, REFERENCE, EXTRACT, EVALUATE, ASSESS, WIRE, TOPOLOGY, BROKER, VITALS,
                  BENCH, INGEST, CLIENT, DELIVER, API, TRACE))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APP, CLI);

  @ArchTest
  static final ArchRule ONE_ROOM_ALONE_SEES_KAFKAS_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage(BROKER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..",
              "org.apache.kafka.server..",
              "org.apache.kafka.metadata..",
              "org.apache.kafka.raft..");

  @ArchTest
  static final ArchRule MAIN_ALONE_EXITS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.tocsin.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(GENERATED)
          .and()
          .areStatic()
          .should()
          .beFinal();

  /** A room that may look through these doors and at itself. */
  private static ArchRule room(String room, String... doors) {
    var open = Arrays.copyOf(doors, doors.length + 1);
    open[doors.length] = room;
    return classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(open));
  }

  /** The same among the rooms of the house; libraries are its own affair. */
  private static ArchRule ownDoors(String room, String... doors) {
    var open = Arrays.copyOf(doors, doors.length + 1);
    open[doors.length] = room;
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.tocsin..").and(not(resideInAnyPackage(open))));
  }
}
