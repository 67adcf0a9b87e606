package io.tocsin.extract.places;

import io.tocsin.extract.Phrases;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names in a text, the longest at each word, written as names are. */
final class Scan implements Phrases.Taker<Name> {
  private final Text text;
  private final List<Mention> mentions = new ArrayList<>();

  private Scan(Text text) {
    this.text = text;
  }

  /** In the order of the text, none that overlap; decoys are among them. */
  static List<Mention> of(Text text, Phrases<Name> names) {
    var scan = new Scan(text);
    names.each(text, scan);
    return scan.mentions;
  }

  /** Phrases come in the order of their ends: a longer one takes the place of those within it. */
  @Override
  public void take(int first, int end, List<Name> values) {
    var name = values.get(0);
    int last = mentions.size() - 1;
    if (last >= 0 && mentions.get(last).to > first && mentions.get(last).from < first) {
      return;
    }
    if (last >= 0 && mentions.get(last).to == end && mentions.get(last).from <= first) {
      return;
    }
    var mention = mention(first, end, name);
    if (mention == null) {
      return;
    }
    while (last >= 0 && mentions.get(last).from >= first) {
      mentions.remove(last--);
    }
    mentions.add(mention);
  }

  private Mention mention(int first, int end, Name name) {
    if (name.capital() >= 0 && !text.isCapitalised(first + name.capital())) {
      return null;
    }
    int[] candidates = candidates(first, end, name);
    if (name.role() == Name.Role.REGION
        && candidates.length == 0
        && name.abbreviated().length == 0) {
      return null;
    }
    if (name.role() != Name.Role.REGION
        && name.regions().length == 0
        && name.initials().length > 0
        && candidates.length == 0) {
      return null;
    }
    var mention = new Mention(first, end, name, candidates);
    mention.kind =
        switch (name.role()) {
          case DEMONYM -> Place.Kind.DEMONYM;
          case INSTITUTION -> Place.Kind.INSTITUTION;
          default -> Place.Kind.NAME;
        };
    return mention;
  }

  private int[] candidates(int first, int end, Name name) {
    int[] initials = name.initials();
    if (initials.length == 0 || !areCapitals(first, end)) {
      return name.regions();
    }
    int[] regions = name.regions();
    int[] all = Arrays.copyOf(initials, initials.length + regions.length);
    System.arraycopy(regions, 0, all, initials.length, regions.length);
    return all;
  }

  private boolean areCapitals(int first, int end) {
    for (int word = first; word < end; word++) {
      if (text.hasLowerCase(word)) {
        return false;
      }
    }
    return true;
  }
}
