package io.tidings.site;

import io.tidings.site.page.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder that a site is written to. */
public final class SiteFolder {
    /** In this many lines a page has said who made it. */
    private static final int HEAD = 10;

    private final Path folder;

    /** @param folder is made where it is not there */
    public SiteFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes what is new. Equal files stay untouched, pages of ours that are no longer wanted are deleted, and whatever else
     * is in the folder stays.
     *
     * @throws IOException where the folder cannot be read or written
     */
    public void write(List<SitePage> pages) throws IOException {
        Files.createDirectories(folder);
        Set<String> wanted = pages.stream().map(SitePage::name).collect(Collectors.toSet());
        for (Path file : files()) {
            if (!wanted.contains(file.getFileName().toString()) && isOurs(file)) {
                Files.delete(file);
            }
        }
        for (SitePage page : pages) {
            Path file = folder.resolve(page.name());
            byte[] content = page.content().getBytes(StandardCharsets.UTF_8);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.write(file, content);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html") && Files.isRegularFile(file))
                    .toList();
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return reader.lines().limit(HEAD).anyMatch(Origin::isIn);
        } catch (MalformedInputException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
