package io.tidings.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was made from: settings and files. A file that was looked for and not found counts as much as one that was
 * read.
 *
 * @param settings the digest of everything that is no file
 * @param files by absolute path: the digest of the content, or {@code -} for a file that was not there
 */
public record Fingerprint(String settings, SortedMap<String, String> files) {

    private static final String MISSING = "-";

    public Fingerprint {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * The fingerprint of now.
     *
     * @param settings every setting, as a text
     * @param inputs files that were read or looked for
     */
    public static Fingerprint of(String settings, Collection<Path> inputs) {
        SortedMap<String, String> files = new TreeMap<>();
        inputs.forEach(file -> files.put(name(file), digest(file)));
        return new Fingerprint(Digest.of(settings), files);
    }

    /** Whether everything is now as it was. */
    public boolean holds(String currentSettings) {
        return settings.equals(Digest.of(currentSettings))
                && files.entrySet().stream()
                        .allMatch(file -> digest(Path.of(file.getKey())).equals(file.getValue()));
    }

    private static String name(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** What cannot be read is as good as missing: the next run says why. */
    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file) ? Digest.of(Files.readAllBytes(file)) : MISSING;
        } catch (IOException e) {
            return MISSING;
        }
    }
}
