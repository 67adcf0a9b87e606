package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.assess.Statement;
import io.tocsin.assess.Territory;
import io.tocsin.reference.Reference;
import io.tocsin.wire.packed.Brief;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partitions a brief goes to: a report, and a statement about entities, to those whose
 * subjects it reaches; everything that may concern any subject to all. All subjects of an entity in
 * a country are in one partition.
 *
 * <p>Not for several threads.
 */
final class Districts {
  /** How many answers are remembered; those asked for together push others out. */
  private static final int KNOWN = 1 << 14;

  private final Reference reference;
  private final int partitions;
  private final int[] all;
  private final boolean[] marked;
  private final String[] entities = new String[KNOWN];
  private final String[] countries = new String[KNOWN];
  private final int[] districts = new int[KNOWN];

  Districts(Reference reference, int partitions) {
    this.reference = reference;
    this.partitions = partitions;
    this.all = IntStream.range(0, partitions).toArray();
    this.marked = new boolean[partitions];
  }

  /** In order; none for a report that reaches no subject. */
  int[] of(Brief brief) {
    if (brief.evidence() instanceof Report report && !report.corrects()) {
      return of(report);
    }
    return brief.evidence() instanceof Statement statement && standsAlone(statement)
        ? of(statement)
        : all;
  }

  /** Whether it names entities, and can have to do with no other statement about other ones. */
  private static boolean standsAlone(Statement statement) {
    return !statement.entities().isEmpty()
        && statement.revision() == 0
        && !statement.cancelled()
        && statement.references().isEmpty();
  }

  private int[] of(Statement statement) {
    Arrays.fill(marked, false);
    for (var region : statement.regions()) {
      if (reference.regions().has(region)) {
        mark(statement, reference.regions().country(region));
      } else {
        reference.groups().members(region).forEach(country -> mark(statement, country));
      }
    }
    int[] marked = marked();
    return marked.length == 0 ? all : marked;
  }

  private void mark(Statement statement, String country) {
    for (var named : statement.entities()) {
      for (var entity : reference.entities().kin(named)) {
        marked[district(entity, country)] = true;
      }
    }
  }

  private int[] of(Report report) {
    Arrays.fill(marked, false);
    for (var claim : report.claims()) {
      var country = reference.regions().country(claim.region());
      for (var entity : reference.entities().lineage(claim.entity())) {
        marked[district(entity, country)] = true;
      }
    }
    return marked();
  }

  private int[] marked() {
    int count = 0;
    for (int partition : all) {
      count += marked[partition] ? 1 : 0;
    }
    int[] districts = new int[count];
    for (int partition = partitions - 1; count > 0; partition--) {
      if (marked[partition]) {
        districts[--count] = partition;
      }
    }
    return districts;
  }

  /** The territory of the assessor of one partition. */
  Territory territory(int partition) {
    return (entity, country) -> district(entity, country) == partition;
  }

  private int district(String entity, String country) {
    int mixed = entity.hashCode() * 0x9E3779B9 ^ country.hashCode() * 0x85EBCA6B;
    int place = mixed >>> 18;
    if (!entity.equals(entities[place]) || !country.equals(countries[place])) {
      entities[place] = entity;
      countries[place] = country;
      districts[place] = hash(entity, country);
    }
    return districts[place];
  }

  private int hash(String entity, String country) {
    byte[] name = (entity + "|" + country).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(name)) % partitions;
  }
}
