package io.tidings.replication.internal.copy.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that one store has for itself: {@code lock}, held as long as this is open, so that no second process writes there;
 * {@code rows}, RocksDB's files; and {@code damaged}, what was found unusable last. Used by one thread.
 */
public final class StateFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private StateFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes the folder, and makes it where there is none.
     *
     * @return null if another process, or another store in this one, has it
     * @throws StoreFailure if it cannot be made or written to
     */
    public static @Nullable StateFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                return null;
            }
            return new StateFolder(folder, lockFile, lock);
        } catch (IOException e) {
            throw StoreFailure.refused("The state directory " + folder + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    /** Where the store goes. */
    public Path rows() {
        return folder.resolve("rows");
    }

    /** Puts what is in {@link #rows} out of the way, for people to look at; what was put there before goes. */
    public Path moveAside() {
        Path aside = folder.resolve("damaged");
        try {
            delete(aside);
            if (Files.exists(rows())) {
                Files.move(rows(), aside, StandardCopyOption.ATOMIC_MOVE);
            }
            return aside;
        } catch (IOException e) {
            throw StoreFailure.refused("What is damaged in " + folder + " cannot be put aside", e);
        }
    }

    /** Removes the rows: the store begins anew. */
    public void clear() {
        try {
            delete(rows());
        } catch (IOException e) {
            throw StoreFailure.refused("The rows in " + folder + " cannot be removed", e);
        }
    }

    /** Removes all, this folder included, and lets go of it. */
    public void destroy() {
        try {
            delete(rows());
            delete(folder.resolve("damaged"));
            // The lock goes last: until then nobody may begin something here.
            close();
            delete(folder);
        } catch (IOException e) {
            throw StoreFailure.refused("The state directory " + folder + " cannot be removed", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isValid()) {
                lock.release();
            }
            lockFile.close();
        } catch (IOException e) {
            throw StoreFailure.refused("The lock of " + folder + " cannot be let go", e);
        }
    }

    private static void delete(Path root) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root)) {
            found = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException nothingThere) {
            return;
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
