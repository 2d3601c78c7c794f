package io.tidings.sync.download;

import io.tidings.registry.RegisteredSchema;
import io.tidings.sync.download.DownloadedFile.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The files that schemas become: all of them are looked at before the first is written. */
final class SchemaFiles {
    private final DownloadSettings settings;
    private final SchemaPath paths;
    /** By path without regard to case: some file systems have none. */
    private final Map<String, Planned> planned = new TreeMap<>();

    private final List<String> clashes = new ArrayList<>();

    private record Planned(DownloadedFile file, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    SchemaFiles(DownloadSettings settings) {
        this.settings = settings;
        this.paths = new SchemaPath(settings.folder(), settings.flat());
    }

    void add(RegisteredSchema schema) {
        if (SchemaText.onlyNames(schema.definition())) {
            return;
        }
        Path path = paths.of(schema.schema(), schema.subject());
        String content = SchemaText.of(schema.definition(), settings.raw());
        DownloadedFile file =
                new DownloadedFile(path, schema.subject(), schema.version(), schema.id(), State.HELD_BACK);
        Planned other = planned.putIfAbsent(path.toString().toLowerCase(Locale.ROOT), new Planned(file, content));
        if (other != null
                && !(other.content().equals(content) && other.file().file().equals(path))) {
            clashes.add(named(other.file()) + " and " + named(file) + " would both be " + path
                    + ", and are not the same: download them into different folders");
        }
    }

    private static String named(DownloadedFile file) {
        return "version " + file.version() + " of '" + file.subject() + "'";
    }

    DownloadResult write(List<String> missing, List<String> warnings) throws IOException {
        List<String> problems = new ArrayList<>(missing);
        problems.addAll(clashes);
        List<Planned> seen = new ArrayList<>();
        for (Planned file : planned.values()) {
            State state = look(file, problems);
            seen.add(new Planned(file.file().with(state), file.content()));
        }
        List<DownloadedFile> files = new ArrayList<>();
        for (Planned file : seen) {
            State state = file.file().state();
            boolean pending = state == State.WRITTEN || state == State.OVERWRITTEN;
            if (pending && problems.isEmpty()) {
                put(file);
            }
            files.add(pending && !problems.isEmpty() ? file.file().with(State.HELD_BACK) : file.file());
        }
        return new DownloadResult(files, problems, warnings);
    }

    /** What is to become of a file. */
    private State look(Planned planned, List<String> problems) throws IOException {
        Path file = planned.file().file();
        if (!staysInside(file)) {
            problems.add(file + " is a link, or stands behind one, that leads out of " + settings.folder());
            return State.HELD_BACK;
        }
        if (!Files.exists(file)) {
            return State.WRITTEN;
        }
        if (!Files.isRegularFile(file)) {
            problems.add(file + " is there and is no file");
            return State.HELD_BACK;
        }
        if (Arrays.equals(Files.readAllBytes(file), planned.bytes())) {
            return State.UNCHANGED;
        }
        if (settings.force()) {
            return State.OVERWRITTEN;
        }
        problems.add(file + " differs from " + named(planned.file()) + ", and is not written over unless forced");
        return State.DIFFERS;
    }

    /** Links within the tree are the user's own affair; those that lead elsewhere would write where nobody looks. */
    private boolean staysInside(Path file) throws IOException {
        Path root = settings.folder().toAbsolutePath().normalize();
        if (!file.toAbsolutePath().normalize().startsWith(root)) {
            return false;
        }
        Path nearest = file.toAbsolutePath().normalize();
        while (!Files.exists(nearest, LinkOption.NOFOLLOW_LINKS) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.exists(nearest)) {
            return false; // a link to nowhere: writing would make what it leads to
        }
        return !nearest.startsWith(root) || nearest.toRealPath().startsWith(root.toRealPath());
    }

    private static void put(Planned planned) throws IOException {
        Path file = planned.file().file();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, planned.bytes());
    }
}
