package io.tocsin.bench;

import io.tocsin.bench.contender.Child;
import io.tocsin.bench.contender.Stable;
import io.tocsin.bench.measure.Cluster;
import io.tocsin.bench.workload.ReferenceFolder;
import io.tocsin.bench.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder, a broker in it, and the reference data; closing leaves nothing of them. */
public final class Ground implements AutoCloseable {
  private final Path folder;
  private final Child broker;
  private final Cluster cluster;
  private int folders;

  private Ground(Path folder, Child broker, Cluster cluster) {
    this.folder = folder;
    this.broker = broker;
    this.cluster = cluster;
  }

  public static Ground open() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("tocsin-bench-");
    Child broker = null;
    try {
      broker = Stable.broker(Files.createDirectory(folder.resolve("broker")));
      var ready = broker.awaitReady();
      return new Ground(folder, broker, new Cluster(ready.substring(ready.lastIndexOf(' ') + 1)));
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (broker != null) {
        broker.close();
      }
      remove(folder);
      throw e;
    }
  }

  public Child broker() {
    return broker;
  }

  public Cluster cluster() {
    return cluster;
  }

  /** Where the broker keeps its topics. */
  public Path logs() {
    return folder.resolve("broker");
  }

  /** Writes reference data; a second workload's takes the first one's place. */
  public Path reference(Workload workload) throws IOException {
    var reference = Files.createDirectories(folder.resolve("reference"));
    new ReferenceFolder(workload).write(reference);
    return reference;
  }

  /** A folder that nobody had before. */
  public Path fresh() {
    folders++;
    return folder.resolve("run-" + folders);
  }

  /** Takes a folder's place on the disk back. */
  public static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
    remove(folder);
  }
}
