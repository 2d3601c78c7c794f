package io.tidings.replication.internal.copy.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * RocksDB's settings: a bulk load must not wait for compaction, and a look-up must find a row in one block. About 160 MB of
 * native memory at the most: three memory tables, and the cache that also holds filters and index blocks.
 */
final class RocksTuning implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final long MEMORY_TABLE = 32 * MEGABYTE;
    private static final int MEMORY_TABLES = 3;

    /** Of a memory table, for a filter: a first load asks for keys that are not there yet. */
    private static final double MEMORY_TABLE_FILTER = 0.02;

    private static final long CACHE = 64 * MEGABYTE;
    private static final double BITS_PER_KEY = 10;
    private static final int BLOCK = 4 * 1024;

    /** How many young files may pile up before writers are slowed, and before they are stopped: a first load piles them up. */
    private static final int SLOWED_AT = 40;

    private static final int STOPPED_AT = 80;
    private static final int LOGS_KEPT = 2;

    private final LRUCache cache = new LRUCache(CACHE);
    private final BloomFilter filter = new BloomFilter(BITS_PER_KEY, false);
    private final Options options = new Options();

    RocksTuning() {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setFilterPolicy(filter)
                .setBlockSize(BLOCK)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        var unused = options.setCreateIfMissing(true)
                .setWriteBufferSize(MEMORY_TABLE)
                .setMaxWriteBufferNumber(MEMORY_TABLES)
                .setMemtablePrefixBloomSizeRatio(MEMORY_TABLE_FILTER)
                .setMemtableWholeKeyFiltering(true)
                .setLevel0SlowdownWritesTrigger(SLOWED_AT)
                .setLevel0StopWritesTrigger(STOPPED_AT)
                .setMaxBackgroundJobs(2)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(LOGS_KEPT)
                .setTableFormatConfig(table);
    }

    Options options() {
        return options;
    }

    @Override
    public void close() {
        options.close();
        filter.close();
        cache.close();
    }
}
