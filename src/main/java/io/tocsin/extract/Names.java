package io.tocsin.extract;

import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds who is named in a text: entities, news sources, authorities. Immutable. */
final class Names {
  /** Behind a name these make another name of it. */
  private static final Glossary TITLES =
      Glossary.of(
          "fc",
          "university",
          "street",
          "road",
          "stadium",
          "club",
          "airport",
          "bank",
          "hotel",
          "college",
          "avenue",
          "museum",
          "restaurant",
          "cup",
          "ltd",
          "inc",
          "records",
          "theatre");

  private final Phrases<Name> phrases;

  private Names(Phrases<Name> phrases) {
    this.phrases = phrases;
  }

  /** All names of the reference data, and those of the shipped list. */
  static Names of(Reference reference, Vocabulary vocabulary) {
    var names = new Phrases.Builder<Name>(vocabulary);
    for (var entity : reference.entities().all()) {
      add(names, Name.Kind.ENTITY, entity.id(), entity.name());
      entity.aliases().forEach(alias -> add(names, Name.Kind.ENTITY, entity.id(), alias));
    }
    for (var source : reference.sources().all()) {
      add(names, Name.Kind.SOURCE, source.id(), source.name());
      add(names, Name.Kind.SOURCE, source.id(), plain(source.name()));
    }
    for (var authority : reference.authorities().all()) {
      add(names, Name.Kind.AUTHORITY, authority.id(), authority.name());
    }
    CueFile.read("names.txt", (header, name) -> listed(names, reference, header, name));
    return new Names(names.build());
  }

  private static void listed(
      Phrases.Builder<Name> names, Reference reference, String header, String name) {
    int space = header.indexOf(' ');
    var kind = Name.Kind.valueOf(space < 0 ? header : header.substring(0, space));
    var id = space < 0 ? null : header.substring(space + 1);
    boolean known =
        switch (kind) {
          case ENTITY -> reference.entities().find(id).isPresent();
          case SOURCE -> reference.sources().find(id).isPresent();
          case AUTHORITY -> reference.authorities().find(id).isPresent();
          case NONE -> true;
        };
    if (known) {
      add(names, kind, id, name);
    }
  }

  private static void add(Phrases.Builder<Name> names, Name.Kind kind, String id, String written) {
    var name = new Name(kind, id, written);
    Proclitics.forms(written).forEach(form -> names.add(form, name));
  }

  /** Without the article and without what stands in brackets: a report may leave out both. */
  private static String plain(String name) {
    int bracket = name.indexOf(" (");
    var plain = bracket < 0 ? name : name.substring(0, bracket);
    boolean article = plain.toLowerCase(Locale.ROOT).startsWith("the ") && plain.contains(" ");
    return article && plain.indexOf(' ', 4) > 0 ? plain.substring(4) : plain;
  }

  /** In the order of the text, none that overlap; the longest name at each word. */
  List<Mention> mentions(Text text) {
    var longest = new Longest<Name>(text);
    phrases.each(
        text,
        (from, to, names) -> {
          var name = accepted(text, from, to, names);
          if (name != null) {
            longest.take(from, to, List.of(name));
          }
        });
    var mentions = new ArrayList<Mention>();
    for (var found : longest.found()) {
      var name = found.values().get(0);
      if (name.kind() != Name.Kind.NONE && !isInsideName(text, found.endWord())) {
        mentions.add(
            new Mention(name.kind(), name.id(), found.firstWord(), found.endWord(), found.span()));
      }
    }
    return mentions;
  }

  private static Name accepted(Text text, int from, int to, List<Name> names) {
    for (var name : names) {
      if (name.isWritten(text, from, to)) {
        return name;
      }
    }
    return null;
  }

  private static boolean isInsideName(Text text, int next) {
    return next < text.words()
        && text.isCapitalised(next)
        && text.from(next) - text.to(next - 1) == 1
        && TITLES.has(text, next);
  }
}
