package io.tocsin.oracle;

import static java.util.stream.Collectors.joining;

import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A fixed world of three countries, one group, six entities, eight sources and five authorities;
 * can write itself down as a folder of reference data.
 */
public final class SmallWorld implements World {
  private static final String NONE = "";

  /** Region to parent. */
  private static final Map<String, String> REGIONS =
      table(
          List.of("GB", NONE),
          List.of("GB-ENG", "GB"),
          List.of("GB-BIR", "GB-ENG"),
          List.of("GB-LND", "GB-ENG"),
          List.of("GB-SCT", "GB"),
          List.of("GB-GLG", "GB-SCT"),
          List.of("FR", NONE),
          List.of("FR-IDF", "FR"),
          List.of("FR-75", "FR-IDF"),
          List.of("FR-92", "FR-IDF"),
          List.of("FR-BRE", "FR"),
          List.of("DE", NONE),
          List.of("DE-BY", "DE"),
          List.of("DE-MUC", "DE-BY"));

  private static final Map<String, Set<String>> GROUPS = Map.of("EU", Set.of("FR", "DE"));

  /** Entity to parent. */
  private static final Map<String, String> ENTITIES =
      table(
          List.of("isil", NONE),
          List.of("isil-k", "isil"),
          List.of("isil-k-cell", "isil-k"),
          List.of("aq", NONE),
          List.of("aqim", "aq"),
          List.of("rwx", NONE));

  private static final Map<String, String> SOURCES =
      table(
          List.of("wire-a", "A"),
          List.of("gazette-a", "A"),
          List.of("daily-b", "B"),
          List.of("herald-b", "B"),
          List.of("post-c", "C"),
          List.of("tabloid-d", "D"),
          List.of("rumour-e", "E"),
          List.of("blog-f", "F"));

  private static final Map<String, List<String>> AUTHORITIES =
      Map.of(
          "gb-centre", List.of("GB"),
          "sct-police", List.of("GB-SCT"),
          "fr-plan", List.of("FR"),
          "eu-centre", List.of("EU"),
          "joint-cell", List.of("GB", "EU"));

  private final Map<String, List<String>> entityLines = new ConcurrentHashMap<>();
  private final Map<String, List<String>> regionLines = new ConcurrentHashMap<>();

  /** Every region, parents before children. */
  public List<String> regions() {
    return List.copyOf(REGIONS.keySet());
  }

  /** Every group. */
  public List<String> groups() {
    return List.copyOf(new TreeSet<>(GROUPS.keySet()));
  }

  /** Every entity that is known by name. */
  public List<String> entities() {
    return List.copyOf(ENTITIES.keySet());
  }

  /** Every graded source. */
  public List<String> sources() {
    return List.copyOf(SOURCES.keySet());
  }

  /** Every authority, in name order. */
  public List<String> authorities() {
    return List.copyOf(new TreeSet<>(AUTHORITIES.keySet()));
  }

  @Override
  public List<String> entityLineage(String id) {
    return id.equals(Subject.UNATTRIBUTED)
        ? List.of(id)
        : entityLines.computeIfAbsent(id, e -> lineage(ENTITIES, e));
  }

  @Override
  public List<String> regionLineage(String id) {
    return regionLines.computeIfAbsent(id, r -> lineage(REGIONS, r));
  }

  @Override
  public boolean isRegion(String id) {
    return REGIONS.containsKey(id);
  }

  @Override
  public Set<String> groupMembers(String groupId) {
    return GROUPS.getOrDefault(groupId, Set.of());
  }

  @Override
  public Reliability reliability(String source) {
    return Reliability.valueOf(SOURCES.getOrDefault(source, "F"));
  }

  @Override
  public Optional<List<String>> jurisdiction(String authority) {
    return Optional.ofNullable(AUTHORITIES.get(authority));
  }

  /** Writes the six CSV files of reference data into a folder that exists. */
  public void writeTo(Path folder) {
    var regions = new ArrayList<>(List.of("id,parent,kind,name,aliases,lat,lon,population"));
    REGIONS.forEach(
        (id, parent) ->
            regions.add(
                "%s,%s,%s,%s,,50.0,10.0,1000".formatted(id, parent, kind(id), "Land of " + id)));
    var groups = new ArrayList<>(List.of("id,name,members"));
    for (var id : groups()) {
      var members = new TreeSet<>(GROUPS.get(id)).stream().collect(joining("|"));
      groups.add("%s,Union %s,%s".formatted(id, id, members));
    }
    var entities = new ArrayList<>(List.of("id,parent,kind,name,aliases"));
    ENTITIES.forEach(
        (id, parent) -> entities.add("%s,%s,group,%s,".formatted(id, parent, "Movement " + id)));
    var sources = new ArrayList<>(List.of("id,name,reliability,country"));
    SOURCES.forEach((id, grade) -> sources.add("%s,The %s,%s,GB".formatted(id, id, grade)));
    var authorities = new ArrayList<>(List.of("id,name,jurisdiction,scale"));
    for (var id : authorities()) {
      var where = String.join("|", AUTHORITIES.get(id));
      authorities.add("%s,Office %s,%s,small-5".formatted(id, id, where));
    }
    var scales =
        List.of(
            "scale,version,order,name,level,levelFrom,levelTo",
            "small-5,1,1,low,LOW,LOW,LOW",
            "small-5,1,2,moderate,MODERATE,MODERATE,MODERATE",
            "small-5,1,3,substantial,SUBSTANTIAL,SUBSTANTIAL,SUBSTANTIAL",
            "small-5,1,4,severe,SEVERE,SEVERE,SEVERE",
            "small-5,1,5,critical,CRITICAL,CRITICAL,CRITICAL");
    write(folder.resolve("regions.csv"), regions);
    write(folder.resolve("groups.csv"), groups);
    write(folder.resolve("entities.csv"), entities);
    write(folder.resolve("sources.csv"), sources);
    write(folder.resolve("authorities.csv"), authorities);
    write(folder.resolve("scales.csv"), scales);
  }

  private String kind(String region) {
    return List.of("country", "subdivision", "place").get(regionLineage(region).size() - 1);
  }

  private static List<String> lineage(Map<String, String> parents, String id) {
    var line = new ArrayList<String>();
    for (String at = id; !at.equals(NONE); at = parents.getOrDefault(at, NONE)) {
      line.add(at);
    }
    return List.copyOf(line);
  }

  @SafeVarargs
  private static Map<String, String> table(List<String>... rows) {
    var table = new LinkedHashMap<String, String>();
    for (var row : rows) {
      table.put(row.get(0), row.get(1));
    }
    return table;
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
