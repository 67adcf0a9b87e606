package io.tocsin.bench.workload;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The reference data of a workload, as a folder of CSV files that replace the shipped ones. */
public final class ReferenceFolder {
  /** Of ten sources: how reliable each is. */
  private static final String RELIABILITY = "AABBBCCCDF";

  private static final List<String> KINDS = List.of("place", "subdivision", "country");

  private final Workload workload;
  private final World world;

  public ReferenceFolder(Workload workload) {
    this.workload = workload;
    this.world = new World(workload);
  }

  /** Writes the files into a folder that is there. */
  public void write(Path folder) throws IOException {
    try (var out = file(folder, "regions.csv", "id,parent,kind,name,aliases,lat,lon,population")) {
      regions(out);
    }
    try (var out = file(folder, "groups.csv", "id,name,members")) {
      groups(out);
    }
    try (var out = file(folder, "entities.csv", "id,parent,kind,name,aliases")) {
      entities(out);
    }
    try (var out = file(folder, "sources.csv", "id,name,reliability,country")) {
      sources(out);
    }
    try (var out = file(folder, "authorities.csv", "id,name,jurisdiction,scale")) {
      for (int zone = 0; zone < world.zones(); zone++) {
        out.printf("%s,Office of zone %d,%s,%n", World.authority(zone), zone, World.zone(zone));
      }
    }
  }

  private void regions(PrintWriter out) {
    var written = new HashSet<String>();
    for (int place = 0; place < workload.regions(); place++) {
      var lineage = world.lineage(place);
      int kinds = KINDS.size() - lineage.size();
      for (int step = 0; step < lineage.size(); step++) {
        var id = lineage.get(step);
        if (written.add(id)) {
          var parent = step + 1 < lineage.size() ? lineage.get(step + 1) : "";
          out.printf("%s,%s,%s,Region %s,,,,%n", id, parent, KINDS.get(kinds + step), id);
        }
      }
    }
  }

  private void groups(PrintWriter out) {
    var members = new ArrayList<List<String>>();
    for (int zone = 0; zone < world.zones(); zone++) {
      members.add(new ArrayList<>());
    }
    for (int country = 0; country < world.countries(); country++) {
      members.get(country % world.zones()).add(World.country(country));
    }
    for (int zone = 0; zone < members.size(); zone++) {
      out.printf("%s,Zone %d,%s%n", World.zone(zone), zone, String.join("|", members.get(zone)));
    }
  }

  private void entities(PrintWriter out) {
    for (int rank = 0; rank < workload.entities(); rank++) {
      var parent = world.parentOfEntity(rank);
      out.printf(
          "%s,%s,organisation,Group %d,%n", World.entity(rank), parent == null ? "" : parent, rank);
    }
    for (int probe = 0; probe < World.PROBE_ENTITIES; probe++) {
      out.printf("%s,,organisation,Probe %d,%n", World.probeEntity(probe), probe);
    }
  }

  private void sources(PrintWriter out) {
    for (int number = 0; number < World.SOURCES; number++) {
      char grade = RELIABILITY.charAt(number % RELIABILITY.length());
      out.printf("%s,Paper %d,%s,%n", World.source(number), number, grade);
    }
    out.printf("%s,Wire of probes,A,%n", World.PROBE_SOURCE);
  }

  private static PrintWriter file(Path folder, String name, String header) throws IOException {
    var out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
    out.println(header);
    return out;
  }
}
