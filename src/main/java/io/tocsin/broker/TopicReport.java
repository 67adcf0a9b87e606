package io.tocsin.broker;

import java.util.List;

/**
 * How the topics of a cluster compare with the plan.
 *
 * @param created names of those that were missing and are there now
 * @param missing names of those that are missing still
 * @param differences of those that were there before
 */
public record TopicReport(
    List<String> created, List<String> missing, List<Difference> differences) {
  public TopicReport {
    created = List.copyOf(created);
    missing = List.copyOf(missing);
    differences = List.copyOf(differences);
  }

  /** All there, all as planned. */
  public boolean asPlanned() {
    return missing.isEmpty() && differences.isEmpty();
  }

  /**
   * A topic that is not as planned. It is never altered: more partitions would send keys elsewhere,
   * another policy could delete records.
   *
   * @param setting {@code partitions}, {@code replication} or the name of a topic setting of Kafka
   */
  public record Difference(String topic, String setting, String expected, String actual) {
    @Override
    public String toString() {
      return "topic %s: %s is %s, expected %s".formatted(topic, setting, actual, expected);
    }
  }
}
