package io.tocsin.extract.places;

import io.tocsin.extract.Text;

/** How a name is written, and so how a text must write it to mean it. */
enum Spelling {
  /** In a script that has no capitals. */
  UNCASED,
  /** With a capital: {@code Nice}, {@code les Escaldes}. */
  CAPITALISED,
  /** In capitals alone: {@code UAE}, {@code U.S.} */
  CAPITALS,
  /** In small letters: {@code guinea pig}. */
  SMALL;

  static Spelling of(Text name) {
    boolean capital = false;
    boolean small = false;
    for (int word = 0; word < name.words(); word++) {
      capital |= name.isCapitalised(word);
      small |= name.hasLowerCase(word);
    }
    if (!capital) {
      return small ? SMALL : UNCASED;
    }
    return small ? CAPITALISED : CAPITALS;
  }

  /** The first word with a capital; -1 where none has. */
  static int capital(Text name) {
    for (int word = 0; word < name.words(); word++) {
      if (name.isCapitalised(word)) {
        return word;
      }
    }
    return -1;
  }
}
