package io.tocsin.api.read;

import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.model.Level;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The parameters by which levels and changes are chosen. */
public final class Terms {
  /** Their names. */
  public static final Set<String> NAMES =
      Set.of("entity", "region", "min-level", "min-gap", "overall", "q", "since", "until");

  private static final int GREATEST_GAP = Level.values().length - 1;

  private final Lookup lookup;
  private final Nameplates plates;

  public Terms(Lookup lookup, Nameplates plates) {
    this.lookup = lookup;
    this.plates = plates;
  }

  /** The choice that is asked for; what is wrong is noted with the parameters. */
  public Choice read(Parameters parameters) {
    var text = parameters.text("q");
    return new Choice(
        new Choice.Terms(
            id(parameters, "entity", lookup::entity, lookup::nearestEntity),
            id(parameters, "region", lookup::region, lookup::nearestRegion),
            parameters.oneOf("min-level", Level.class),
            parameters.whole("min-gap", 0, 0, GREATEST_GAP),
            parameters.truth("overall"),
            parameters.moment("since"),
            parameters.moment("until")),
        lookup.reference(),
        text == null ? null : plates.like(text));
  }

  private static String id(
      Parameters parameters,
      String name,
      Function<String, Optional<String>> find,
      Function<String, String> nearest) {
    var text = parameters.text(name);
    if (text == null) {
      return null;
    }
    var id = find.apply(text);
    if (id.isEmpty()) {
      parameters.problem(
          name, text, "must be the id or a name of one that is known" + nearest.apply(text));
    }
    return id.orElse(null);
  }
}
