package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Short words for tests worked out by hand: times are hours after {@link Scenarios#START}. */
final class Story {
  final Oracle oracle = new Oracle(Policy.DEFAULT, new SmallWorld());

  static Instant hour(double hours) {
    return Scenarios.START.plusMillis(Math.round(hours * 3_600_000));
  }

  static long at(double hours) {
    return hour(hours).toEpochMilli();
  }

  /** A report by a source of grade 1 about isil in a region, with a text of its own. */
  static News news(String id, double hours, String source, Category category, String region) {
    return new News(id, hours, source, category, region);
  }

  static Say say(String id, double hours, String authority, Action action) {
    return new Say(id, hours, authority, action);
  }

  Story given(Object... records) {
    for (var record : records) {
      oracle.apply(
          record instanceof News n ? n.event() : record instanceof Say s ? s.said() : record);
    }
    return this;
  }

  Story tick(double hours) {
    oracle.apply(Scenarios.tick("tick-" + hours, hour(hours)));
    return this;
  }

  State state(String entity, String region) {
    return oracle.states().get(new Subject(entity, region));
  }

  double score(String entity, String region) {
    return state(entity, region).score();
  }

  List<Change> changes(String entity, String region) {
    var subject = new Subject(entity, region);
    return oracle.changes().stream().filter(c -> c.subject().equals(subject)).toList();
  }

  static Control pin(String id, double hours, Level level, Double until) {
    return new Control(
        id,
        Control.Type.PIN,
        "isil",
        "FR",
        level,
        until == null ? null : hour(until),
        hour(hours),
        "ana",
        "seen");
  }

  static Control release(String id, double hours) {
    return new Control(
        id, Control.Type.RELEASE, "isil", "FR", null, null, hour(hours), "ana", null);
  }

  /** A report under construction. */
  static final class News {
    private final String id;
    private final double hours;
    private final String source;
    private final Category category;
    private List<String> regions;
    private List<String> entities = List.of("isil");
    private Credibility credibility = Credibility.CONFIRMED;
    private String origin;
    private String story;
    private String headline;
    private int revision;
    private Double revisedAt;
    private boolean retracted;

    private News(String id, double hours, String source, Category category, String region) {
      this.id = id;
      this.hours = hours;
      this.source = source;
      this.category = category;
      this.regions = List.of(region);
      this.headline = "report number " + id;
    }

    News in(String... some) {
      regions = List.of(some);
      return this;
    }

    News by(String... some) {
      entities = List.of(some);
      return this;
    }

    News graded(Credibility grade) {
      credibility = grade;
      return this;
    }

    News citing(String cited) {
      origin = cited;
      return this;
    }

    News story(String name) {
      story = name;
      return this;
    }

    News text(String text) {
      headline = text;
      return this;
    }

    News revised(int number, double when) {
      revision = number;
      revisedAt = when;
      return this;
    }

    News retracted() {
      retracted = true;
      return this;
    }

    NewsEvent event() {
      return new NewsEvent(
          id,
          source,
          origin,
          hour(hours),
          headline,
          null,
          null,
          null,
          story,
          entities,
          regions,
          category,
          credibility,
          revision,
          revisedAt == null ? null : hour(revisedAt),
          retracted ? NewsEvent.Status.RETRACTED : NewsEvent.Status.USABLE,
          Map.of());
    }
  }

  /** A statement under construction. */
  static final class Say {
    private final String id;
    private final double hours;
    private final String authority;
    private final Action action;
    private Level level = Level.SEVERE;
    private List<String> entities = List.of("isil");
    private List<String> regions = List.of();
    private List<Category> categories = List.of();
    private List<String> references = List.of();
    private Double expires;
    private int revision;
    private boolean cancelled;

    private Say(String id, double hours, String authority, Action action) {
      this.id = id;
      this.hours = hours;
      this.authority = authority;
      this.action = action;
    }

    Say level(Level declared) {
      level = declared;
      return this;
    }

    Say in(String... some) {
      regions = List.of(some);
      return this;
    }

    Say by(String... some) {
      entities = List.of(some);
      return this;
    }

    Say of(Category... some) {
      categories = Arrays.asList(some);
      return this;
    }

    Say replacing(String... ids) {
      references = List.of(ids);
      return this;
    }

    Say until(double when) {
      expires = when;
      return this;
    }

    Say revision(int number) {
      revision = number;
      return this;
    }

    Say cancelled(int number) {
      revision = number;
      cancelled = true;
      return this;
    }

    OfficialStatement said() {
      return new OfficialStatement(
          id,
          authority,
          hour(hours),
          expires == null ? null : hour(expires),
          null,
          action,
          action == Action.SET_LEVEL ? level : null,
          null,
          null,
          null,
          entities,
          regions,
          categories,
          references,
          null,
          null,
          revision,
          cancelled ? OfficialStatement.Status.CANCELLED : OfficialStatement.Status.ISSUED,
          Map.of());
    }
  }
}
