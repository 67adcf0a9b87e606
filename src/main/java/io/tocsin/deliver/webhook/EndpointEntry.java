package io.tocsin.deliver.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import io.tocsin.deliver.notice.Direction;
import io.tocsin.deliver.notice.Grouping;
import io.tocsin.deliver.notice.Match;
import io.tocsin.deliver.notice.QuietHours;
import io.tocsin.deliver.notice.RetryLadder;
import io.tocsin.deliver.notice.Terms;
import io.tocsin.deliver.webhook.template.Template;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Placeholders;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One entry of the file of endpoints; what is wrong with it is noted, and the reading goes on. */
final class EndpointEntry {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
  private static final int MOST_WAITS = 50;
  private static final String SECRET = "whsec_";
  private static final URI NOWHERE = URI.create("https://invalid");
  private static final URI PAGERDUTY = URI.create("https://events.pagerduty.com/v2/enqueue");

  private final FieldReader fields;
  private final Reference reference;
  private final Placeholders placeholders;

  EndpointEntry(FieldReader fields, Reference reference, UnaryOperator<String> environment) {
    this.fields = fields;
    this.reference = reference;
    this.placeholders = new Placeholders(environment);
  }

  Endpoint read() {
    var template =
        Objects.requireNonNullElse(fields.word("template", Template.class), Template.STANDARD);
    return new Endpoint(
        id(),
        url(template),
        secrets(),
        template,
        key(template),
        terms(template),
        fields.truth("private", false),
        bounded(
            "timeout", Endpoint.DEFAULT_TIMEOUT, Duration.ofSeconds(1), Endpoint.LONGEST_TIMEOUT));
  }

  private Duration bounded(String field, Duration otherwise, Duration least, Duration most) {
    var duration = fields.duration(field, otherwise);
    if (duration != null && (duration.compareTo(least) < 0 || duration.compareTo(most) > 0)) {
      fields.breaks(
          field,
          duration.toString(),
          "must be from %d s to %d s".formatted(least.toSeconds(), most.toSeconds()));
      return otherwise;
    }
    return duration;
  }

  private String id() {
    var id = Objects.requireNonNullElse(fields.text("id"), "");
    if (!SLUG.matcher(id).matches()) {
      fields.breaks("id", id, "must be 1 to 50 lower-case letters, digits and dashes");
    }
    return id;
  }

  private URI url(Template template) {
    var written = fields.text("url");
    if (written == null && template == Template.PAGERDUTY) {
      return PAGERDUTY;
    }
    var url = written == null ? "" : filled("url", written);
    try {
      var address = URI.create(url);
      boolean web =
          Set.of("http", "https")
              .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
      if (web && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below, with the rule
    }
    fields.breaks(
        "url", Objects.requireNonNullElse(written, ""), "must be an http or https address");
    return NOWHERE;
  }

  private List<String> secrets() {
    var written = fields.texts("secrets");
    var secrets = written.stream().map(secret -> filled("secrets", secret)).toList();
    for (int i = 0; i < secrets.size(); i++) {
      boolean unset = secrets.get(i).isEmpty() && !written.get(i).isEmpty();
      if (!unset && !isSecret(secrets.get(i))) {
        fields.breaks(
            "secrets[%d]".formatted(i),
            "",
            "must be whsec_ and 24 to 64 bytes in base64, or a variable that holds that");
      }
    }
    return secrets;
  }

  private static boolean isSecret(String secret) {
    try {
      int bytes = Base64.getDecoder().decode(secret.replaceFirst(SECRET, "")).length;
      new Webhook(secret);
      return secret.startsWith(SECRET) && bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException | EmptyWebhookSecretException e) {
      return false;
    }
  }

  private String key(Template template) {
    var written = fields.text("key");
    if (written == null && template.needsKey()) {
      fields.breaks("key", "", "must be given with template " + template);
    }
    if (written != null && !template.needsKey()) {
      fields.breaks("key", "", "is for template PAGERDUTY alone");
    }
    return written == null ? null : filled("key", written);
  }

  private Terms terms(Template template) {
    var grouping = fields.word("group", Grouping.class);
    if (template.takesOneChange() && grouping != null && grouping != Grouping.NONE) {
      fields.breaks("group", grouping.name(), "must be NONE with template " + template);
    }
    var otherwise = template.takesOneChange() ? Grouping.NONE : Grouping.TRIGGER;
    return new Terms(
        match(),
        Objects.requireNonNullElse(grouping, otherwise),
        bounded("collect", Terms.DEFAULT_COLLECT, Duration.ZERO, Duration.ofHours(1)),
        bounded("repeat", null, Duration.ofMinutes(1), Duration.ofDays(30)),
        fields.object("quiet", "quiet hours", EndpointEntry::quiet),
        ladder());
  }

  private RetryLadder ladder() {
    var waits = fields.durations("retry");
    if (waits.size() > MOST_WAITS) {
      fields.breaks("retry", waits.size() + " waits", "must hold at most " + MOST_WAITS);
    }
    return waits.isEmpty() ? RetryLadder.STANDARD : new RetryLadder(waits);
  }

  private Match match() {
    var entities = fields.texts("entities");
    var regions = fields.texts("regions");
    known(
        "entities",
        entities,
        id -> id.equals(Subject.OVERALL) || reference.entities().has(id),
        reference.entities()::suggest);
    known("regions", regions, reference.regions()::has, reference.regions()::suggest);
    return new Match(
        Set.copyOf(entities),
        Set.copyOf(regions),
        Objects.requireNonNullElse(fields.word("minLevel", Level.class), Level.LOW),
        Set.copyOf(fields.choices("directions", Direction.class)));
  }

  private void known(
      String field,
      List<String> ids,
      Predicate<String> has,
      Function<String, Optional<String>> suggest) {
    for (int i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      if (!has.test(id)) {
        var hint = suggest.apply(id).map(meant -> "; did you mean " + meant + "?").orElse("");
        fields.breaks("%s[%d]".formatted(field, i), id, "is not in the reference data" + hint);
      }
    }
  }

  private static QuietHours quiet(FieldReader fields) {
    var from = time(fields, "from");
    var to = time(fields, "to");
    if (from != null && from.equals(to)) {
      fields.breaks("to", to.toString(), "must differ from the beginning");
    }
    return new QuietHours(from, to, zone(fields), fields.word("except", Level.class));
  }

  /** {@code null} where it is none. */
  private static LocalTime time(FieldReader fields, String field) {
    var written = Objects.requireNonNullElse(fields.text(field), "");
    try {
      return LocalTime.parse(written);
    } catch (DateTimeParseException e) {
      fields.breaks(field, written, "must be a time of day such as \"22:00\", in quotes");
      return null;
    }
  }

  private static ZoneId zone(FieldReader fields) {
    var written = Objects.requireNonNullElse(fields.text("zone"), "UTC");
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      fields.breaks("zone", written, "must be a time zone such as Europe/London");
      return ZoneId.of("UTC");
    }
  }

  private String filled(String field, String written) {
    return placeholders.filled(fields, field, written);
  }
}
