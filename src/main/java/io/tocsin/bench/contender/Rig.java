package io.tocsin.bench.contender;

/**
 * Where a contender of the bench's own is put to work.
 *
 * @param prefix of the topics it reads
 * @param application its consumer group, and the first part of its own topics' names
 */
record Rig(
    String bootstrap,
    String prefix,
    String application,
    int partitions,
    int threads,
    Guarantee guarantee,
    Storage storage,
    String folder) {

  /** The arguments that {@link #parse} takes. */
  String[] arguments() {
    return new String[] {
      bootstrap,
      prefix,
      application,
      Integer.toString(partitions),
      Integer.toString(threads),
      guarantee.name(),
      storage.name(),
      folder
    };
  }

  static Rig parse(String... arguments) {
    return new Rig(
        arguments[0],
        arguments[1],
        arguments[2],
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Guarantee.valueOf(arguments[5]),
        Storage.valueOf(arguments[6]),
        arguments[7]);
  }

  String news() {
    return prefix + ".news";
  }

  String statements() {
    return prefix + ".statements";
  }

  /** Where claims go from one thread to another; named as Kafka Streams names such topics. */
  String claims() {
    return application + "-claims-repartition";
  }

  /** Where changes go. */
  String changes() {
    return application + "-changes";
  }
}
