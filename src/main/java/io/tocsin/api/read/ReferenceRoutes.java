package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Routes;
import io.tocsin.reference.Authority;
import io.tocsin.reference.Entity;
import io.tocsin.reference.Folding;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Region;
import io.tocsin.reference.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The reference data: what ids there are, what they are called, where they lie. */
public final class ReferenceRoutes implements Routes {
  private static final int GREATEST_LIMIT = 200_000;

  private final Reference reference;
  private final Lookup lookup;

  public ReferenceRoutes(Lookup lookup) {
    this.lookup = lookup;
    this.reference = lookup.reference();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, "/api/v1/regions", this::regions);
    Reads.add(routes, "/api/v1/entities", this::entities);
    Reads.add(routes, "/api/v1/sources", this::sources);
    Reads.add(routes, "/api/v1/authorities", this::authorities);
  }

  private void regions(Context context) {
    var parameters = new Parameters(context, Set.of("q", "limit", "kind", "within", "aliases"));
    var kind = parameters.text("kind");
    var within = parameters.text("within");
    var around = within == null ? null : lookup.region(within).orElse(null);
    if (within != null && around == null) {
      parameters.problem(
          "within", within, "must be a region that is known" + lookup.nearestRegion(within));
    }
    boolean aliases = Boolean.TRUE.equals(parameters.truth("aliases"));
    Predicate<Region> wanted =
        region ->
            (kind == null || kind.equals(region.kind()))
                && (around == null || lookup.lineage(region.id()).contains(around))
                && like(parameters, region.id(), region.name(), region.aliases());
    answer(
        context,
        parameters,
        "regions",
        reference.regions().all(),
        wanted,
        region -> view(region, aliases));
  }

  private void entities(Context context) {
    var parameters = new Parameters(context, Set.of("q", "limit"));
    Predicate<Entity> wanted = e -> like(parameters, e.id(), e.name(), e.aliases());
    answer(context, parameters, "entities", reference.entities().all(), wanted, this::view);
  }

  private void sources(Context context) {
    var parameters = new Parameters(context, Set.of("q", "limit"));
    Predicate<Source> wanted = s -> like(parameters, s.id(), s.name(), List.of());
    answer(context, parameters, "sources", reference.sources().all(), wanted, this::view);
  }

  private void authorities(Context context) {
    var parameters = new Parameters(context, Set.of("q", "limit"));
    Predicate<Authority> wanted = a -> like(parameters, a.id(), a.name(), List.of());
    answer(context, parameters, "authorities", reference.authorities().all(), wanted, this::view);
  }

  private static <T> void answer(
      Context context,
      Parameters parameters,
      String title,
      Collection<T> all,
      Predicate<T> wanted,
      Function<T, Map<String, Object>> view) {
    int limit = parameters.whole("limit", GREATEST_LIMIT, 1, GREATEST_LIMIT);
    parameters.check();
    var items = all.stream().filter(wanted).toList();
    var body = new LinkedHashMap<String, Object>();
    body.put("total", items.size());
    body.put(title, items.stream().limit(limit).map(view).toList());
    Reply.send(context, Reply.json(body), Reply.STEADY, 0);
  }

  private static boolean like(Parameters parameters, String id, String name, List<String> aliases) {
    var text = parameters.text("q");
    if (text == null) {
      return true;
    }
    var folded = Folding.fold(text);
    return Stream.concat(Stream.of(id, name), aliases.stream())
        .anyMatch(known -> Folding.fold(known).contains(folded));
  }

  private Map<String, Object> view(Region region, boolean aliases) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", region.id());
    view.put("name", region.name());
    view.put("kind", region.kind());
    view.put("parent", region.parent());
    view.put("parentName", region.parent() == null ? null : lookup.regionName(region.parent()));
    view.put("lat", region.lat());
    view.put("lon", region.lon());
    view.put("population", region.population());
    view.put("aliases", aliases ? region.aliases() : null);
    return view;
  }

  private Map<String, Object> view(Entity entity) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", entity.id());
    view.put("name", entity.name());
    view.put("kind", entity.kind());
    view.put("parent", entity.parent());
    view.put("parentName", entity.parent() == null ? null : lookup.entityName(entity.parent()));
    view.put("aliases", entity.aliases());
    return view;
  }

  private Map<String, Object> view(Source source) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", source.id());
    view.put("name", source.name());
    view.put("reliability", source.reliability());
    view.put("country", source.country());
    view.put("countryName", source.country() == null ? null : lookup.regionName(source.country()));
    return view;
  }

  private Map<String, Object> view(Authority authority) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", authority.id());
    view.put("name", authority.name());
    view.put("jurisdiction", authority.jurisdiction());
    view.put("scale", authority.scale());
    return view;
  }
}
