package io.tidings.replication.internal.copy.store;

import io.tidings.replication.internal.copy.store.StoreFailure.Kind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What RocksDB's errors mean for a store that can always be filled again. */
final class RocksFailures {

    private RocksFailures() {}

    /**
     * While opening, whatever is not plainly the disk's fault is damage: a manifest that names lost files, an unknown format, a
     * comparator or an option that was another. All of it is mended by a new beginning.
     */
    static StoreFailure opening(Path directory, RocksDBException e) {
        Status status = e.getStatus();
        boolean refused = status != null && status.getCode() == Status.Code.IOError && !missingFile(e);
        return failure(refused ? Kind.REFUSED : Kind.DAMAGED, directory, e);
    }

    static StoreFailure using(Path directory, RocksDBException e) {
        Status status = e.getStatus();
        boolean damaged = status == null || status.getCode() == Status.Code.Corruption || missingFile(e);
        return failure(damaged ? Kind.DAMAGED : Kind.REFUSED, directory, e);
    }

    private static StoreFailure failure(Kind kind, Path directory, RocksDBException e) {
        return new StoreFailure(kind, "RocksDB in " + directory + ": " + text(e), e);
    }

    private static boolean missingFile(RocksDBException e) {
        return text(e).contains("No such file");
    }

    private static String text(RocksDBException e) {
        @Nullable String message = e.getMessage();
        Status status = e.getStatus();
        String state = status == null ? "" : status.getCodeString();
        return message == null || message.isBlank() ? state : message;
    }
}
