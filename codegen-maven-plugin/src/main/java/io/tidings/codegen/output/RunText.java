package io.tidings.codegen.output;

import io.tidings.codegen.output.RunRecord.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of a record: a line for each thing, its parts separated by tabs, free text last. */
final class RunText {

    private static final String FORMAT = "tidings-run\t2";

    /** How many parts a line has, where it has not three. */
    private static final Map<String, Integer> PARTS = Map.of("file", 6, "run", 4, "root", 2, "title", 2, "settings", 2);

    private @Nullable RunKey key;
    private @Nullable Path root;
    private @Nullable String settings;
    private String title = "";
    private final SortedMap<String, String> inputs = new TreeMap<>();
    private final List<MadeFile> files = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private RunText() {}

    /** A record with the key that it is kept under. */
    record Kept(RunKey key, RunRecord record) {}

    static String of(RunKey key, RunRecord run) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        line(text, "run", key.goal(), key.packageName(), key.execution());
        line(text, "root", run.root().toString());
        line(text, "title", run.title());
        run.fingerprint().ifPresent(print -> {
            line(text, "settings", print.settings());
            print.files().forEach((file, digest) -> line(text, "input", digest, file));
        });
        for (MadeFile file : run.files()) {
            String own = file.own() ? "own" : "shared";
            String size = Long.toString(file.size());
            line(text, "file", own, size, Long.toString(file.modified()), file.content(), file.path());
        }
        run.remarks().forEach(remark -> line(text, "remark", remark.level().name(), remark.text()));
        return text.append("end\n").toString();
    }

    /** Reads a record; empty where it is not whole. */
    static Optional<Kept> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            int last = lines.size() - 1;
            if (last < 1 || !lines.get(0).equals(FORMAT) || !lines.get(last).equals("end")) {
                return Optional.empty();
            }
            RunText text = new RunText();
            lines.subList(1, last).forEach(text::read);
            return text.kept();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // of another version, or cut off: as if nothing had been made
        }
    }

    private void read(String line) {
        String[] part = line.split("\t", PARTS.getOrDefault(line.substring(0, line.indexOf('\t')), 3));
        switch (part[0]) {
            case "run" -> key = new RunKey(part[1], part[3], part[2]);
            case "root" -> root = Path.of(part[1]);
            case "title" -> title = part[1];
            case "settings" -> settings = part[1];
            case "input" -> inputs.put(part[2], part[1]);
            case "file" ->
                files.add(new MadeFile(
                        part[5], part[1].equals("own"), Long.parseLong(part[2]), Long.parseLong(part[3]), part[4]));
            case "remark" -> remarks.add(new Remark(Remark.Level.valueOf(part[1]), part[2]));
            default -> throw new IllegalArgumentException(part[0]);
        }
    }

    private Optional<Kept> kept() {
        if (key == null || root == null) {
            return Optional.empty();
        }
        Optional<Fingerprint> print =
                settings == null ? Optional.empty() : Optional.of(new Fingerprint(settings, inputs));
        return Optional.of(new Kept(key, new RunRecord(print, root, files, title, remarks)));
    }

    private static void line(StringBuilder text, String... parts) {
        // Whatever a title or remark holds: a record has a line for each.
        text.append(String.join("\t", parts).replaceAll("\\R", " ")).append('\n');
    }
}
