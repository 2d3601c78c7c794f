package io.tidings.codegen.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a jar holds of documents, as files: references between them lead from one to the other, and what is wrong in them has a
 * place that editors find.
 */
final class UnpackedJar {

    private static final List<String> KINDS = List.of(".yaml", ".yml", ".json", ".avsc", ".avdl");

    private final Path folder;

    private UnpackedJar(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks a jar, unless that has been done.
     *
     * @param name of its folder; no two jars that are used at once may have one, and the names of their files may be the same
     */
    static UnpackedJar of(Path jar, Path folders, String name) throws IOException {
        Path folder = folders.resolve(name);
        Path mark = folders.resolve(name + ".unpacked");
        String stamp = jar + " " + Files.size(jar) + " "
                + Files.getLastModifiedTime(jar).toMillis();
        if (!Files.isRegularFile(mark) || !Files.readString(mark).equals(stamp)) {
            delete(folder);
            Files.createDirectories(folder);
            unpack(jar, folder);
            Files.writeString(mark, stamp);
        }
        return new UnpackedJar(folder);
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = folder.resolve(entry.getName()).normalize();
                // An entry may be called '../../x'.
                if (!entry.isDirectory() && isWanted(entry.getName()) && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return KINDS.stream().anyMatch(lower::endsWith);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
