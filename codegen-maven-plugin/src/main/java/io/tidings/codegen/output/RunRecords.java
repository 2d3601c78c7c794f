package io.tidings.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of one goal's runs in one project, a file each, which Maven's {@code clean} deletes with all else. */
public final class RunRecords {

    private final Path folder;

    /** Those in a folder, which need not exist yet. */
    public RunRecords(Path folder) {
        this.folder = folder;
    }

    /** The record of a run; empty where there is none, or none that this version can read. */
    public Optional<RunRecord> find(RunKey key) {
        return RunText.read(folder.resolve(key.fileName()))
                .filter(kept -> kept.key().equals(key))
                .map(RunText.Kept::record);
    }

    /** All there are. */
    public Map<RunKey, RunRecord> all() {
        Map<RunKey, RunRecord> records =
                new TreeMap<>(java.util.Comparator.comparing(RunKey::execution).thenComparing(RunKey::packageName));
        if (!Files.isDirectory(folder)) {
            return records;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".run"))
                    .map(RunText::read)
                    .flatMap(Optional::stream)
                    .forEach(run -> records.put(run.key(), run.record()));
        } catch (IOException e) {
            return Map.of();
        }
        return records;
    }

    /** Keeps a record; what was kept of that run is replaced as a whole. */
    public void keep(RunKey key, RunRecord run) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(key.fileName());
        Path written = Files.createTempFile(folder, "run", ".tmp");
        Files.writeString(written, RunText.of(key, run));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets a run. */
    public void forget(RunKey key) throws IOException {
        Files.deleteIfExists(folder.resolve(key.fileName()));
    }
}
