package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one of what the publisher of a news event gave and of what was read in its text: what was
 * given is kept, and the text supplies the rest; docs/extraction.md, "In the stream". For one
 * event.
 */
final class Completion {
  /** The most salient ones: a report is about few things, and a list of places is no report. */
  private static final int MOST_CLAIMS = 100;

  /** Of a region that the body names, where no claim says how central it is. */
  private static final double IN_BODY = 0.6;

  private final Reference reference;
  private final NewsEvent event;
  private final Reading reading;
  private final List<ReadClaim> read;
  private final Map<List<Object>, Claim> claims = new LinkedHashMap<>();
  private ReadClaim foremost;

  Completion(Reference reference, NewsEvent event, Reading reading) {
    this.reference = reference;
    this.event = event;
    this.reading = reading;
    this.read = reading.claims().subList(0, Math.min(MOST_CLAIMS, reading.claims().size()));
  }

  Told told() {
    if (!event.regions().isEmpty()) {
      event.regions().forEach(this::whatHappens);
    } else {
      whereItHappens();
    }
    return new Told(List.copyOf(claims.values()), origin(), credibility());
  }

  /** In a region that was given: what the text tells of it, OTHER if nothing. */
  private void whatHappens(String region) {
    for (var entity : given(entity())) {
      int before = claims.size();
      for (var claim : read) {
        if (isAbout(entity, claim) && isNear(region, claim.region())) {
          add(claim, named(entity, claim), region, claim.category());
        }
      }
      if (claims.size() == before) {
        put(new Claim(entity, region, Category.OTHER, 1));
      }
    }
  }

  private void whereItHappens() {
    for (var claim : ofGivenCategory()) {
      var category = event.category() == null ? claim.category() : event.category();
      for (var entity : given(claim.entity())) {
        if (isAbout(entity, claim)) {
          add(claim, entity, claim.region(), category);
        }
      }
    }
    if (claims.isEmpty() && isTheirs() && !reading.regions().isEmpty()) {
      var category = event.category() == null ? Category.OTHER : event.category();
      var region = reading.regions().get(0);
      boolean inHeadline = region.spans().get(0).from() < event.headline().length();
      for (var entity : given(entity())) {
        put(new Claim(entity, region.id(), category, inHeadline ? 1 : IN_BODY));
      }
    }
  }

  /** Claims of the category that was given; if there is none those of the foremost one's. */
  private List<ReadClaim> ofGivenCategory() {
    if (event.category() == null) {
      return read;
    }
    var such = ofCategory(event.category());
    return such.isEmpty() && !read.isEmpty() ? ofCategory(read.get(0).category()) : such;
  }

  private List<ReadClaim> ofCategory(Category category) {
    return read.stream().filter(claim -> claim.category() == category).toList();
  }

  /** Whether its publisher says that it matters here: then a place is enough. */
  private boolean isTheirs() {
    return event.category() != null || !event.entities().isEmpty();
  }

  private List<String> given(String otherwise) {
    return event.entities().isEmpty() ? List.of(otherwise) : event.entities();
  }

  /** The entity that the text names first. */
  private String entity() {
    return reading.entities().isEmpty() ? Subject.UNATTRIBUTED : reading.entities().get(0).id();
  }

  /** Where the publisher names nobody, the text may tell of several. */
  private String named(String entity, ReadClaim claim) {
    return event.entities().isEmpty() ? claim.entity() : entity;
  }

  private boolean isAbout(String entity, ReadClaim claim) {
    var entities = reference.entities();
    return event.entities().isEmpty()
        || entity.equals(Subject.UNATTRIBUTED)
        || claim.entity().equals(Subject.UNATTRIBUTED)
        || entities.lineage(entity).contains(claim.entity())
        || entities.lineage(claim.entity()).contains(entity);
  }

  private boolean isNear(String region, String other) {
    var regions = reference.regions();
    return regions.lineage(region).contains(other) || regions.lineage(other).contains(region);
  }

  private void add(ReadClaim claim, String entity, String region, Category category) {
    foremost = foremost == null ? claim : foremost;
    put(new Claim(entity, region, category, claim.salience()));
  }

  /** What is read comes the most salient first. */
  private void put(Claim claim) {
    claims.putIfAbsent(List.of(claim.entity(), claim.region(), claim.category()), claim);
  }

  private String origin() {
    return event.origin() != null || foremost == null ? event.origin() : foremost.origin();
  }

  private Credibility credibility() {
    if (event.credibility() != null) {
      return event.credibility();
    }
    return foremost == null ? Credibility.CANNOT_BE_JUDGED : foremost.credibility();
  }
}
