package io.tocsin.bench.contender;

/** What holds when a process dies. */
public enum Guarantee {
  EXACTLY_ONCE("eos"),
  AT_LEAST_ONCE("alos");

  private final String word;

  Guarantee(String word) {
    this.word = word;
  }

  /** As it stands in a contender's name. */
  public String word() {
    return word;
  }
}
