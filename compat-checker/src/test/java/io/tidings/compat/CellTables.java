package io.tidings.compat;

import io.tidings.compat.rule.Bump;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The tables under {@code cells}: what each change should require, as people derived it. */
final class CellTables {

    private static final Path ROOT = Path.of("src/test/resources/cells");
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private CellTables() {}

    /**
     * One row.
     *
     * @param template the part of a document, as YAML
     * @param sourceBreaks whether code that was written against the generated classes stops compiling
     */
    record Row(
            String section,
            String template,
            String before,
            String after,
            Cell sentTransient,
            Cell sentKept,
            Cell received,
            boolean sourceBreaks) {

        /** The part of a document as it was, or as it is, for an application of this action. */
        Map<String, @Nullable Object> part(boolean old, String action) {
            return yaml(template.replace("OLD_OR_NEW", old ? before : after).replace("ROLE", action));
        }

        @Override
        public String toString() {
            return section + ": " + before + " > " + after;
        }
    }

    /** What a change requires, and whether one must be warned. */
    record Cell(Bump bump, boolean warned) {

        static Cell of(String text) {
            Bump bump = switch (text.charAt(0)) {
                case '-' -> Bump.NONE;
                case 'p' -> Bump.PATCH;
                case 'm' -> Bump.MINOR;
                case 'M' -> Bump.MAJOR;
                default -> throw new IllegalArgumentException("no cell: " + text);
            };
            return new Cell(bump, text.endsWith("W"));
        }
    }

    static List<Row> all() {
        return Stream.of("avro", "json", "headers", "message", "channel", "document")
                .flatMap(name -> rows(CaseFolders.text(ROOT.resolve(name + ".md"))).stream())
                .toList();
    }

    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        for (String section : text.split("(?m)^## ", -1)) {
            String[] parts = section.split("(?m)^```(?:yaml)?\n", -1);
            if (parts.length < 3) {
                continue;
            }
            String title = parts[0].lines().findFirst().orElseThrow();
            parts[2].lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| old |"))
                    .forEach(line -> rows.add(row(title, parts[1], line)));
        }
        return rows;
    }

    private static Row row(String section, String template, String line) {
        String[] cells = line.split("(?<!\\\\)\\|", -1);
        if (cells.length != 9) {
            throw new IllegalArgumentException("not seven cells: " + line);
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip().replace("\\|", "|");
        }
        return new Row(
                section,
                template,
                cells[1],
                cells[2],
                Cell.of(cells[3]),
                Cell.of(cells[4]),
                Cell.of(cells[5]),
                "M".equals(cells[6]));
    }

    static Map<String, @Nullable Object> yaml(String text) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> read = (Map<String, @Nullable Object>) new Load(SETTINGS).loadFromString(text);
        return read;
    }
}
