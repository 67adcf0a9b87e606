package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.extract.Fingerprint;
import io.tocsin.extract.RecentClaims;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Ids;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Source;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Names;
import io.tocsin.wire.NewsSlices;
import java.util.List;
import java.util.Objects;

/**
 * The short way from a published news event to the report that {@link Intake} makes of it, for
 * structured events in good order in today's schema. For one thread.
 */
public final class NewsIntake {
  private static final int NAMES = 1 << 13;
  private static final int CLAIMS = 1 << 13;
  private static final char REPLACEMENT = '\uFFFD';

  private final Reference reference;
  private final NewsSlices news;
  private final Names<Speaker> speakers = new Names<>(NAMES, this::speaker);
  private final Names<String> entities = new Names<>(NAMES, this::entity);
  private final Names<String> regions = new Names<>(NAMES, this::region);
  private final RecentClaims recent = new RecentClaims(CLAIMS);
  private final String[] named = new String[NewsSlices.MOST_ITEMS];
  private final String[] located = new String[NewsSlices.MOST_ITEMS];

  /** A source, or an origin, and the grade of its reports. */
  private record Speaker(String id, Reliability reliability) {}

  public NewsIntake(Reference reference, Codecs codecs) {
    this.reference = reference;
    this.news = codecs.newsSlices();
  }

  /**
   * The report in a message; {@code null} where the message must go the long way, which tells what
   * is wrong with it, if anything.
   */
  public Report read(byte[] message) {
    if (!news.read(message)) {
      return null;
    }
    String id = news.id().text();
    var source = news.source().in(speakers);
    var origin = news.origin().in(speakers);
    String story = news.story().text();
    String url = news.url().text();
    boolean plain =
        Ids.isId(id)
            && source != null
            && (origin != null || news.origin().isAbsent())
            && (Ids.isId(story) || news.story().isAbsent())
            && (url != null || news.url().isAbsent());
    var claims = plain ? claims() : null;
    return claims == null ? null : report(message, id, source, origin, story, url, claims);
  }

  private Report report(
      byte[] message,
      String id,
      Speaker source,
      Speaker origin,
      String story,
      String url,
      List<Claim> claims) {
    String headline = news.headline().text();
    if (headline == null || headline.isBlank()) {
      return null;
    }
    boolean ascii = headline.length() == news.headline().length() && news.body().isAscii();
    String body = ascii ? null : news.body().text();
    if (!ascii && body == null && !news.body().isAbsent()) {
      return null;
    }
    return new Report(
        id,
        news.revision(),
        news.isRetracted(),
        news.published(),
        news.arrival(),
        source.id(),
        origin == null ? source.id() : origin.id(),
        source.reliability(),
        Objects.requireNonNullElse(news.credibility(), Credibility.CANNOT_BE_JUDGED),
        story,
        ascii ? asciiFingerprint(message) : Fingerprint.of(headline, body),
        headline,
        url,
        claims);
  }

  private long asciiFingerprint(byte[] message) {
    var headline = news.headline();
    var body = news.body();
    return Fingerprint.ofAscii(
        message, headline.offset(), headline.length(), body.offset(), body.length());
  }

  /**
   * As {@link io.tocsin.extract.Claims} has them; {@code null} where an id is not known, or where
   * the text has to say what the publisher does not.
   */
  private List<Claim> claims() {
    boolean structured = news.regions().size() > 0 && news.category() != null;
    if (!structured && !news.isRetracted()) {
      return null;
    }
    int entityCount = distinct(news.entities(), entities, named);
    int regionCount = distinct(news.regions(), regions, located);
    if (entityCount < 0 || regionCount < 0) {
      return null;
    }
    if (news.isRetracted()) {
      return List.of();
    }
    if (entityCount == 0) {
      named[entityCount++] = Subject.UNATTRIBUTED;
    }
    var claims = new Claim[entityCount * regionCount];
    for (int i = 0; i < claims.length; i++) {
      claims[i] = recent.of(named[i / regionCount], located[i % regionCount], news.category());
    }
    return List.of(claims);
  }

  /** How many there are, each once; negative where one of them is not known. */
  private static int distinct(NewsSlices.Items items, Names<String> known, String[] into) {
    int count = 0;
    for (int i = 0; i < items.size(); i++) {
      String id = items.get(i).in(known);
      if (id == null) {
        return -1;
      }
      into[count] = id;
      int first = 0;
      while (!into[first].equals(id)) {
        first++;
      }
      count += first == count ? 1 : 0;
    }
    return count;
  }

  private Speaker speaker(String id) {
    return isPlain(id)
        ? new Speaker(
            reference.sources().find(id).map(Source::id).orElse(id),
            reference.sources().reliability(id))
        : null;
  }

  private String entity(String id) {
    return isPlain(id) && !id.equals(Subject.OVERALL) ? reference.entities().canonical(id) : null;
  }

  private String region(String id) {
    return isPlain(id) ? reference.regions().canonical(id) : null;
  }

  /** A replacement character may stand for what is not UTF-8. */
  private static boolean isPlain(String id) {
    return Ids.isId(id) && id.indexOf(REPLACEMENT) < 0;
  }
}
