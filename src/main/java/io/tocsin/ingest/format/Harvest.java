package io.tocsin.ingest.format;

import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a document gave.
 *
 * @param records in the order of the document
 * @param refusals items that gave none, each with its reasons; the others are not affected
 */
public record Harvest(List<Incoming> records, List<Refusal> refusals) {
  public Harvest {
    records = List.copyOf(records);
    refusals = List.copyOf(refusals);
  }

  /** A document that gave nothing at all. */
  public static Harvest refused(Problem problem) {
    return new Harvest(List.of(), List.of(new Refusal(Refusal.DOCUMENT, List.of(problem))));
  }

  /** The same for all that is wrong with it. */
  public static Harvest refused(InvalidRecord cause) {
    return new Harvest(List.of(), List.of(Refusal.of(Refusal.DOCUMENT, cause)));
  }

  /** Gathers a harvest item by item. For one thread. */
  public static final class Basket {
    private final List<Incoming> records = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** Takes the item's record, or the reasons why there is none. */
    public Basket take(String where, Supplier<? extends Incoming> item) {
      try {
        records.add(item.get());
      } catch (InvalidRecord e) {
        refuse(where, e);
      }
      return this;
    }

    /** Takes all that an item gives, or the reasons why it gives none. */
    public Basket takeAll(String where, Supplier<? extends List<? extends Incoming>> item) {
      try {
        records.addAll(item.get());
      } catch (InvalidRecord e) {
        refuse(where, e);
      }
      return this;
    }

    public Basket refuse(String where, InvalidRecord cause) {
      refusals.add(Refusal.of(where, cause));
      return this;
    }

    public Basket refuse(String where, Problem problem) {
      refusals.add(new Refusal(where, List.of(problem)));
      return this;
    }

    public Harvest harvest() {
      return new Harvest(records, refusals);
    }
  }
}
