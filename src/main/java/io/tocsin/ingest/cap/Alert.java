package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Dates;
import io.tocsin.ingest.format.Tag;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message of CAP. Optional texts are empty where they are not there. */
record Alert(
    String identifier,
    String sender,
    Instant sent,
    String status,
    Kind kind,
    String scope,
    String note,
    List<Reference> references,
    List<String> incidents,
    List<Info> infos) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What a message does, by its {@code msgType}. */
  enum Kind {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel"),
    ACK("Ack"),
    ERROR("Error");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Optional<Kind> of(String word) {
      for (var kind : values()) {
        if (kind.word.equalsIgnoreCase(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * An earlier message.
   *
   * @param sent optional: when it was sent
   */
  record Reference(String sender, String identifier, Instant sent) {}

  /**
   * @throws InvalidRecord naming every part that must be there and is not
   */
  static Alert of(Tag alert) {
    var problems = new ArrayList<Problem>();
    var identifier = needed(alert, "identifier", problems);
    var sender = needed(alert, "sender", problems);
    var status = needed(alert, "status", problems);
    var sent = Dates.parse(needed(alert, "sent", problems)).orElse(null);
    if (sent == null && alert.text("sent").isPresent()) {
      problems.add(Problem.of("sent", alert.text("sent").get(), "must be a date and time"));
    }
    var word = needed(alert, "msgType", problems);
    var kind = Kind.of(word);
    if (kind.isEmpty() && !word.isEmpty()) {
      problems.add(Problem.of("msgType", word, "must be one of Alert, Update, Cancel, Ack, Error"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRecord(problems);
    }
    return new Alert(
        identifier,
        sender,
        sent,
        status,
        kind.orElseThrow(),
        alert.text("scope").orElse(""),
        alert.text("note").orElse(""),
        references(alert.text("references").orElse("")),
        alert.text("incidents").map(text -> List.of(SPACE.split(text))).orElse(List.of()),
        alert.children("info").stream().map(Info::of).toList());
  }

  private static String needed(Tag alert, String field, List<Problem> problems) {
    var text = alert.text(field);
    if (text.isEmpty()) {
      problems.add(new Problem(field, "", "must be given"));
    }
    return text.orElse("");
  }

  /** {@code sender,identifier,sent} each; a message that is named otherwise cannot be found. */
  private static List<Reference> references(String text) {
    var found = new ArrayList<Reference>();
    for (var word : SPACE.split(text)) {
      int first = word.indexOf(',');
      int last = word.lastIndexOf(',');
      if (first > 0 && last > first + 1) {
        found.add(
            new Reference(
                word.substring(0, first),
                word.substring(first + 1, last),
                Dates.parse(word.substring(last + 1)).orElse(null)));
      }
    }
    return found;
  }

  /** The English one, else the first. */
  Optional<Info> info() {
    return infos.stream().filter(Info::isEnglish).findFirst().or(() -> infos.stream().findFirst());
  }

  /** Of all that is said in the language of {@link #info}: an alert may go on in a second one. */
  List<Area> areas() {
    var language = info().map(Info::language).orElse("");
    return infos.stream()
        .filter(info -> info.language().equals(language))
        .flatMap(info -> info.areas().stream())
        .toList();
  }
}
