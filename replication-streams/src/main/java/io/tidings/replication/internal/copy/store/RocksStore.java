package io.tidings.replication.internal.copy.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * On disk, in RocksDB, without a write-ahead log.
 *
 * <p>All entries are in one column family: memory tables of one family reach the disk in the order in which they were
 * filled, and a batch is never divided between two. So what a crash leaves is what was there after some batch, though nothing
 * was ever logged; with several families that would take atomic flushes.
 *
 * <p>Native memory is used after nobody may: a lock keeps whoever reads apart from the closing, since RocksDB would end the
 * whole process otherwise.
 */
public final class RocksStore implements ByteStore {

    private static final int PAGE = 512;
    private static final int PAGE_BYTES = 1 << 20;

    private final Path directory;
    private final RocksTuning tuning;
    private final RocksDB database;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Lock alive = life.readLock();
    private boolean closed;

    private RocksStore(Path directory, RocksTuning tuning, RocksDB database) {
        this.directory = directory;
        this.tuning = tuning;
        this.database = database;
    }

    /**
     * Opens what is there, or begins anew.
     *
     * @throws StoreFailure if what is there is damaged, or the disk refuses
     */
    public static RocksStore open(Path directory) {
        RocksDB.loadLibrary();
        RocksTuning tuning = new RocksTuning();
        try {
            return new RocksStore(directory, tuning, RocksDB.open(tuning.options(), directory.toString()));
        } catch (RocksDBException e) {
            tuning.close();
            throw RocksFailures.opening(directory, e);
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        enter();
        try {
            return database.get(key);
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        } finally {
            alive.unlock();
        }
    }

    @Override
    public List<Entry> page(byte[] from, byte[] to) {
        enter();
        try (Slice bound = new Slice(to);
                ReadOptions reading = new ReadOptions().setIterateUpperBound(bound);
                RocksIterator entries = database.newIterator(reading)) {
            return page(entries, from);
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        } finally {
            alive.unlock();
        }
    }

    private static List<Entry> page(RocksIterator entries, byte[] from) throws RocksDBException {
        List<Entry> page = new ArrayList<>();
        long bytes = 0;
        for (entries.seek(from); entries.isValid() && page.size() < PAGE && bytes < PAGE_BYTES; entries.next()) {
            Entry entry = new Entry(entries.key(), entries.value());
            bytes += entry.key().length + entry.value().length;
            page.add(entry);
        }
        entries.status();
        return page;
    }

    @Override
    public void write(Batch batch) {
        enter();
        try (WriteBatch changes = new WriteBatch()) {
            batch.forEach((key, value) -> add(changes, key, value));
            database.write(unlogged, changes);
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        } finally {
            alive.unlock();
        }
    }

    private void add(WriteBatch changes, byte[] key, byte @Nullable [] value) {
        try {
            if (value == null) {
                changes.delete(key);
            } else {
                changes.put(key, value);
            }
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        }
    }

    @Override
    public void flush() {
        enter();
        try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
            database.flush(waiting);
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        } finally {
            alive.unlock();
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeDatabase();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private void closeDatabase() {
        try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
            database.flush(waiting);
        } catch (RocksDBException e) {
            throw RocksFailures.using(directory, e);
        } finally {
            database.close();
            unlogged.close();
            tuning.close();
        }
    }

    private void enter() {
        alive.lock();
        if (closed) {
            alive.unlock();
            throw StoreFailure.closed();
        }
    }

    @Override
    public String toString() {
        return "RocksDB in " + directory;
    }
}
