package io.tocsin.topology;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all stores of a process on disk share, so that it is bounded however many tasks
 * there are: by itself each store would take 50 MB for what it reads and 48 for what it writes, and
 * a task has up to seven of them.
 *
 * <p>Kafka Streams makes a {@link Setter} for each store and hands it the configuration, in which
 * it finds this.
 */
public final class RocksMemory implements AutoCloseable {
  /** Where a {@link Setter} finds it in the configuration of Kafka Streams. */
  public static final String KEY = "tocsin.rocksdb.memory";

  /** Of what the heap may have at most. */
  private static final int SHARE_OF_HEAP = 4;

  private static final long LEAST = 64 * 1024 * 1024;

  /** Indexes and filters give way to nothing else in this part of the cache. */
  private static final double FOR_INDEXES = 0.1;

  private static final int BY_BITS_OF_KEY = -1;
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /** Of what a store writes before it goes to disk; less where all of them reach their bound. */
  private static final long MUCH = 16 * MIB;

  private static final long LITTLE = MIB;

  /**
   * What a store takes of that at a time: by itself an eighth, which eighty stores take as well.
   */
  private static final long AT_A_TIME = 64 * KIB;

  /** Stores that grow with subjects and reports. */
  private static final Set<String> LARGE = Set.of(Stores.STANDINGS, Stores.REPORTS, Stores.SHELF);

  private final Cache cache;
  private final WriteBufferManager writes;

  /** As much as a quarter of the heap, beside it; 64 MiB at least. */
  public static RocksMemory ofThisProcess() {
    return new RocksMemory(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  /**
   * @param bytes that reads and writes may take together, half of it for writes at most
   */
  public RocksMemory(long bytes) {
    RocksDB.loadLibrary();
    cache = new LRUCache(bytes, BY_BITS_OF_KEY, false, FOR_INDEXES);
    writes = new WriteBufferManager(bytes / 2, cache);
  }

  /** After the stores. */
  @Override
  public void close() {
    writes.close();
    cache.close();
  }

  /** Bounds a store by what its process has. */
  public static final class Setter implements RocksDBConfigSetter {
    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
      var memory = (RocksMemory) configs.get(KEY);
      var table = (BlockBasedTableConfig) options.tableFormatConfig();
      table.setBlockCache(memory.cache);
      table.setCacheIndexAndFilterBlocks(true);
      table.setCacheIndexAndFilterBlocksWithHighPriority(true);
      table.setPinL0FilterAndIndexBlocksInCache(true);
      options.setTableFormatConfig(table);
      options.setWriteBufferManager(memory.writes);
      options.setWriteBufferSize(LARGE.contains(store) ? MUCH : LITTLE);
      options.setArenaBlockSize(AT_A_TIME);
    }

    @Override
    public void close(String store, Options options) {
      // what is shared outlives the store
    }
  }
}
