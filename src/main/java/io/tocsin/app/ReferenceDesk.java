package io.tocsin.app;

import io.tocsin.reference.GeoNames;
import io.tocsin.reference.InvalidReference;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The reference data: checked, shown, and filled up from a GeoNames dump. */
final class ReferenceDesk {
  private static final int MOST_FAULTS = 20;

  private final Options options;

  ReferenceDesk(Options options) {
    this.options = options;
  }

  /** What is in it, or what is wrong with it. */
  Results.ReferenceCheck check() {
    var folder =
        options.reference() == null ? "built-in reference data" : options.reference().toString();
    try {
      return new Results.ReferenceCheck(
          folder, counts(Reference.load(options.reference())), List.of());
    } catch (InvalidReference e) {
      return new Results.ReferenceCheck(
          folder,
          List.of(e.faults().size() + " faults"),
          e.faults().stream().map(Object::toString).toList());
    } catch (UncheckedIOException e) {
      return new Results.ReferenceCheck(
          folder, List.of("unreadable"), List.of("cannot be read: " + e.getCause()));
    }
  }

  /** The entries whose id, name or alias holds the text asked for, case aside. */
  List<Results.Entry> show(Requests.Lookup lookup) {
    var reference = Wiring.reference(options);
    var text = lookup.text() == null ? "" : lookup.text().toLowerCase(Locale.ROOT);
    return entries(lookup.shelf(), reference).filter(entry -> holds(entry, text)).toList();
  }

  /**
   * Makes a regions.csv of the shipped regions and a dump.
   *
   * @throws Failure where the dump is not all there, or holds what GeoNames does not write
   */
  Results.Imported importDump(Requests.Import request, Watch watch) {
    try (var progress = watch.begin("importing", -1)) {
      var summary =
          GeoNames.importInto(
              request.dump(),
              request.into(),
              request.minPopulation(),
              done -> {
                progress.label(done);
                progress.step(1);
              });
      return new Results.Imported(
          request.into().resolve("regions.csv"),
          List.of(
              summary.kept() + " kept",
              summary.subdivisions() + " subdivisions added",
              summary.places() + " places added",
              summary.known() + " known already",
              summary.small() + " too small",
              summary.strays() + " of unknown countries"));
    } catch (InvalidReference e) {
      var first = e.faults().stream().limit(MOST_FAULTS).map(Object::toString).toList();
      throw new Failure(
          "%s has %d lines that are not as GeoNames writes them: %s%s"
              .formatted(
                  request.dump(),
                  e.faults().size(),
                  String.join("; ", first),
                  e.faults().size() > MOST_FAULTS ? "; ..." : ""),
          "Nothing was written. Download the files again, and unpack them.",
          e);
    } catch (NoSuchFileException e) {
      throw new Failure(
          "there is no " + e.getFile(),
          "Needed are countryInfo.txt, admin1CodesASCII.txt and a cities*.txt, unpacked.",
          e);
    } catch (IOException e) {
      throw new Failure("the import did not come to its end: " + e, "", e);
    }
  }

  static List<String> counts(Reference reference) {
    return List.of(
        reference.regions().all().size() + " regions",
        reference.groups().all().size() + " groups",
        reference.entities().all().size() + " entities",
        reference.sources().all().size() + " sources",
        reference.authorities().all().size() + " authorities",
        reference.scales().ids().size() + " scales");
  }

  private static boolean holds(Results.Entry entry, String text) {
    return Stream.of(entry.id(), entry.name(), entry.detail())
        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
  }

  private static Stream<Results.Entry> entries(Requests.Shelf shelf, Reference reference) {
    return switch (shelf) {
      case REGIONS ->
          reference.regions().all().stream()
              .map(r -> entry(r.id(), r.name(), r.parent(), r.kind(), names(r.aliases())));
      case GROUPS ->
          reference.groups().all().stream()
              .map(g -> entry(g.id(), g.name(), null, names(g.members())));
      case ENTITIES ->
          reference.entities().all().stream()
              .map(e -> entry(e.id(), e.name(), e.parent(), e.kind(), names(e.aliases())));
      case SOURCES ->
          reference.sources().all().stream()
              .map(s -> entry(s.id(), s.name(), s.country(), "reliability " + s.reliability()));
      case AUTHORITIES ->
          reference.authorities().all().stream()
              .map(a -> entry(a.id(), a.name(), names(a.jurisdiction()), a.scale()));
      case SCALES ->
          reference.scales().all().stream()
              .map(
                  s ->
                      entry(
                          s.scale() + " " + s.version(),
                          s.order() + " " + s.name(),
                          null,
                          s.level() == null ? null : s.level().name()));
    };
  }

  private static Results.Entry entry(String id, String name, String parent, String... details) {
    var detail = Stream.of(details).filter(d -> d != null && !d.isEmpty()).toList();
    return new Results.Entry(
        id, name, Objects.requireNonNullElse(parent, ""), String.join(", ", detail));
  }

  private static String names(List<String> names) {
    return String.join(", ", names);
  }
}
