package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.assess.Territory;
import io.tocsin.reference.Reference;
import io.tocsin.wire.packed.Brief;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partitions a brief goes to (KIP-837): a report to those whose subjects it reaches,
 * everything that may concern any subject to all. All subjects of an entity in a country are in one
 * partition.
 */
final class Districts implements StreamPartitioner<byte[], Brief> {
  private final Reference reference;

  Districts(Reference reference) {
    this.reference = reference;
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, Brief brief, int numPartitions) {
    return Optional.of(of(brief, numPartitions));
  }

  /** Empty for a report that reaches no subject. */
  Set<Integer> of(Brief brief, int partitions) {
    if (brief.evidence() instanceof Report report && !report.corrects()) {
      var districts = new TreeSet<Integer>();
      for (var claim : report.claims()) {
        var country = reference.regions().country(claim.region());
        for (var entity : reference.entities().lineage(claim.entity())) {
          districts.add(district(entity, country, partitions));
        }
      }
      return districts;
    }
    return IntStream.range(0, partitions).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** The territory of the assessor of one partition. */
  Territory territory(int partition, int partitions) {
    return (entity, country) -> district(entity, country, partitions) == partition;
  }

  private static int district(String entity, String country, int partitions) {
    byte[] name = (entity + "|" + country).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(name)) % partitions;
  }
}
