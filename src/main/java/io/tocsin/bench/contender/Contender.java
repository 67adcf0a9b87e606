package io.tocsin.bench.contender;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One of those that are measured.
 *
 * @param name such as {@code tocsin-eos-memory}
 */
public record Contender(String name, Kind kind, Guarantee guarantee, Storage storage, int threads) {

  /** Who does the work. */
  public enum Kind {
    FLOOR,
    NAIVE,
    TOCSIN
  }

  /**
   * All there are, in the order in which they run.
   *
   * @param threads of each; with several numbers, names end in theirs: {@code floor-1t}
   */
  public static List<Contender> all(Collection<Integer> threads, Collection<Storage> storages) {
    var all = new ArrayList<Contender>();
    for (int count : threads) {
      var suffix = threads.size() > 1 ? "-" + count + "t" : "";
      all.add(
          new Contender(
              "floor" + suffix, Kind.FLOOR, Guarantee.AT_LEAST_ONCE, Storage.MEMORY, count));
      for (var kind : List.of(Kind.NAIVE, Kind.TOCSIN)) {
        for (var storage : storages) {
          for (var guarantee : Guarantee.values()) {
            all.add(
                new Contender(
                    name(kind, guarantee, storage, suffix), kind, guarantee, storage, count));
          }
        }
      }
    }
    return all;
  }

  /** Whether this is its name, with or without the number of threads. */
  public boolean isCalled(String text) {
    return text.equals(name) || (text + "-" + threads + "t").equals(name);
  }

  /** The consumer group that it reads by. */
  public String application(String prefix) {
    return switch (kind) {
      case FLOOR -> prefix + "-floor";
      case NAIVE -> prefix + "-naive";
      case TOCSIN -> prefix + "-processor";
    };
  }

  /** The topics where what moved is told; none for the floor. */
  public List<String> outputs(String prefix) {
    return switch (kind) {
      case FLOOR -> List.of();
      case NAIVE -> List.of(application(prefix) + "-changes");
      case TOCSIN -> List.of(prefix + ".alerts", prefix + ".levels");
    };
  }

  private static String name(Kind kind, Guarantee guarantee, Storage storage, String suffix) {
    return (kind == Kind.NAIVE ? "naive-" : "tocsin-")
        + guarantee.word()
        + (storage == Storage.MEMORY ? "-memory" : "")
        + suffix;
  }
}
