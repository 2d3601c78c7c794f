package io.tidings.compat.fix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Replaces what a file holds in one step. */
final class WholeFile {

    private WholeFile() {}

    /** A link stays one, the file behind it keeps its permissions; if anything fails it is as it was. */
    static void replace(Path named, ByteBuffer content) throws IOException {
        Path file = named.toRealPath();
        if (!Files.isWritable(file)) {
            // Its folder may well let it be replaced; that it may not be written was someone's decision.
            throw new AccessDeniedException(file.toString(), null, "it may not be written");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        try {
            write(written, content.duplicate());
            if (keepsOwner(file, written)) {
                move(written, file);
            } else {
                // Others own it and let us write: it stays theirs, at the price of two steps.
                write(file, content.duplicate());
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the new file could be made what the former is: its owner's, its group's, with its permissions. */
    private static boolean keepsOwner(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return true; // Windows: a new file takes after its folder
        }
        PosixFileAttributes had = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes has = view.readAttributes();
        try {
            if (!had.owner().equals(has.owner())) {
                view.setOwner(had.owner());
            }
            if (!had.group().equals(has.group())) {
                view.setGroup(had.group());
            }
        } catch (FileSystemException e) {
            return false;
        }
        view.setPermissions(had.permissions());
        return true;
    }
}
