package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Phrases;
import io.tocsin.extract.Text;
import io.tocsin.reference.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every phrase that names a region, or holds the name of one. */
final class Names {
  /** Behind a subdivision's name in the gazetteer, to tell it from others of the name. */
  private static final String REMARK = " (";

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Glossary ordinary = Glossary.of(Lists.words("ordinary.csv").toArray(String[]::new));
  private final Atlas atlas;

  private Names(Atlas atlas) {
    this.atlas = atlas;
  }

  static Phrases<Name> of(Reference reference, Atlas atlas, Heads heads) {
    var names = new Names(atlas);
    names.regions(reference);
    names.said("demonyms.csv", Name.Role.DEMONYM);
    names.said("institutions.csv", Name.Role.INSTITUTION);
    names.abbreviations();
    names.areas(reference);
    names.decoys(reference);
    var phrases = new Phrases.Builder<Name>();
    for (var draft : names.drafts.values()) {
      phrases.add(draft.phrase, draft.name(heads, names.ordinary, atlas));
    }
    return phrases.build();
  }

  private void regions(Reference reference) {
    for (var region : reference.regions().all()) {
      int number = atlas.number(region.id());
      int remark = region.name().indexOf(REMARK);
      region(remark < 0 ? region.name() : region.name().substring(0, remark), number, true);
      region.aliases().forEach(alias -> region(alias, number, false));
    }
  }

  private void region(String name, int number, boolean proper) {
    var text = Text.of(name);
    boolean small = Spelling.of(text) == Spelling.SMALL;
    if (text.words() > 0 && !small && !isInitial(text)) {
      draft(text).region(text, number, proper);
    }
  }

  /** A single letter of a script with capitals names nothing. */
  private static boolean isInitial(Text text) {
    return text.words() == 1 && text.word(0).length() == 1 && Spelling.of(text) != Spelling.UNCASED;
  }

  private void said(String file, Name.Role role) {
    for (var row : Lists.rows(file)) {
      int region = atlas.number(row[0]);
      for (int i = 1; i < row.length && region != Atlas.NOWHERE; i++) {
        var text = Text.of(row[i]);
        draft(text).role(role, text, region);
      }
    }
  }

  private void abbreviations() {
    for (var row : Lists.rows("abbreviations.csv")) {
      int region = atlas.number(row[0]);
      for (int i = 1; i < row.length && region != Atlas.NOWHERE; i++) {
        draft(Text.of(row[i])).abbreviation(region);
      }
    }
  }

  /** What is larger than a country, or is sea. */
  private void areas(Reference reference) {
    Lists.words("areas.csv").forEach(name -> role(Name.Role.AREA, name));
    reference.groups().all().stream()
        .filter(group -> Character.isDigit(group.id().charAt(0)))
        .forEach(group -> role(Name.Role.AREA, group.name()));
  }

  /** Entities and publishers among them: who is named after a place is not the place. */
  private void decoys(Reference reference) {
    Lists.words("decoys.csv").forEach(name -> role(Name.Role.DECOY, name));
    for (var entity : reference.entities().all()) {
      decoyUnlessRegion(entity.name());
      entity.aliases().forEach(this::decoyUnlessRegion);
    }
    for (var source : reference.sources().all()) {
      decoyUnlessRegion(source.name());
    }
  }

  private void role(Name.Role role, String name) {
    var text = Text.of(name);
    draft(text).role(role, text, Atlas.NOWHERE);
  }

  private void decoyUnlessRegion(String name) {
    var text = Text.of(name);
    var known = drafts.get(key(text));
    if (text.words() > 0 && (known == null || !known.namesRegion())) {
      draft(text).role(Name.Role.DECOY, text, Atlas.NOWHERE);
    }
  }

  private Draft draft(Text text) {
    return drafts.computeIfAbsent(key(text), key -> new Draft(text));
  }

  private static String key(Text text) {
    var words = new String[text.words()];
    for (int word = 0; word < words.length; word++) {
      words[word] = text.word(word);
    }
    return String.join(" ", List.of(words));
  }
}
