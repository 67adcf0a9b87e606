package io.tocsin.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** How many bytes the logs of a broker have grown by, those that it deleted meanwhile included. */
final class LogGrowth {
  /** How the broker calls the folder of a partition that it is going to delete. */
  private static final String DELETED = "-delete";

  private final Path folder;
  private final Map<Path, Long> sizes = new HashMap<>();
  private long grown;

  LogGrowth(Path folder) {
    this.folder = folder;
    look();
    grown = 0;
  }

  long look() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes at) {
              if (file.getFileName().toString().endsWith(".log")
                  && !file.getParent().toString().endsWith(DELETED)) {
                grown += Math.max(0, at.size() - sizes.getOrDefault(file, 0L));
                sizes.put(file, at.size());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path gone, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return grown;
  }
}
