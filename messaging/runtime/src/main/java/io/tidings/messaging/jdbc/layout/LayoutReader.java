package io.tidings.messaging.jdbc.layout;

import io.tidings.messaging.jdbc.layout.Layout.Column;
import io.tidings.messaging.jdbc.layout.Layout.Index;
import io.tidings.messaging.jdbc.layout.Layout.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the few forms of SQL that our tables are declared in; a test reads all of them. */
final class LayoutReader {
    private static final Pattern UPGRADE = Pattern.compile("DO \\$upgrade\\$.*?\\$upgrade\\$;", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile(
            "CREATE INDEX IF NOT EXISTS (\\w+)\\s+ON (\\w+)(?:\\s+USING (\\w+))? \\(([^)]*)\\)(?:\\s+WHERE (.*))?",
            Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("COMMENT ON TABLE (\\w+) IS '([^']*)'");
    private static final Pattern VERSION = Pattern.compile("layout (\\d+)");
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY KEY \\(([^)]*)\\)");
    private static final Pattern COLUMN =
            Pattern.compile("\"?(\\w+)\"?\\s+(double precision|\\w+(?:\\[])?)(.*)", Pattern.DOTALL);

    /** What the catalog calls the types that we use. */
    private static final Map<String, String> TYPES = Map.of(
            "timestamptz", "timestamp with time zone",
            "timestamp", "timestamp without time zone",
            "time", "time without time zone",
            "int", "integer");

    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, List<Index>> indexes = new LinkedHashMap<>();
    private final Map<String, String> comments = new LinkedHashMap<>();

    private LayoutReader() {}

    static Layout read(String ddl) {
        LayoutReader reader = new LayoutReader();
        statements(ddl).forEach(reader::statement);
        return new Layout(reader.tables.keySet().stream().map(reader::table).toList());
    }

    /** What upgrades older tables says nothing of what they should be. */
    private static Stream<String> statements(String ddl) {
        return Stream.of(UPGRADE.matcher(ddl)
                        .replaceAll("")
                        .replaceAll("(?m)--.*$", "")
                        .split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty());
    }

    private void statement(String sql) {
        Matcher table = TABLE.matcher(sql);
        Matcher index = INDEX.matcher(sql);
        Matcher comment = COMMENT.matcher(sql);
        if (table.matches()) {
            tables.put(table.group(1), sql);
            bodies.put(table.group(1), table.group(2));
        } else if (index.matches()) {
            indexes.computeIfAbsent(index.group(2), name -> new ArrayList<>()).add(index(sql, index));
        } else if (comment.matches()) {
            comments.put(comment.group(1), sql);
        } else {
            throw new IllegalArgumentException("Not a statement that declares a table: " + sql);
        }
    }

    private static Index index(String sql, Matcher parts) {
        String method = parts.group(3) == null ? "btree" : parts.group(3);
        return new Index(parts.group(1), sql, method, columns(parts.group(4)), predicate(parts.group(5)));
    }

    private Table table(String name) {
        List<Column> columns = new ArrayList<>();
        List<String> primaryKey = List.of();
        for (String item : items(bodies.getOrDefault(name, ""))) {
            Matcher key = PRIMARY_KEY.matcher(item);
            if (key.matches()) {
                primaryKey = List.of(columns(key.group(1)).split(", "));
            } else if (!item.startsWith("UNIQUE (") && !item.startsWith("FOREIGN KEY (")) {
                Column column = column(item);
                columns.add(column);
                if (item.contains("PRIMARY KEY")) {
                    primaryKey = List.of(column.name());
                }
            }
        }
        String comment = comments.get(name);
        return new Table(
                name,
                tables.getOrDefault(name, ""),
                columns,
                primaryKey,
                indexes.getOrDefault(name, List.of()),
                version(comment),
                comment);
    }

    private static Column column(String item) {
        Matcher parts = COLUMN.matcher(item);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a column: " + item);
        }
        String rest = parts.group(3);
        boolean counted = rest.contains("AS IDENTITY");
        return new Column(
                parts.group(1),
                TYPES.getOrDefault(parts.group(2), parts.group(2)),
                !rest.contains("NOT NULL") && !rest.contains("PRIMARY KEY"),
                counted || rest.contains("DEFAULT"),
                counted,
                item.replaceAll("\\s+", " "));
    }

    /** What stands between the commas that stand in no parentheses. */
    private static List<String> items(String body) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < body.length(); at++) {
            char c = body.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(body.substring(start, at).strip());
                start = at + 1;
            }
        }
        items.add(body.substring(start).strip());
        return items;
    }

    /** The catalog puts quotes around more words than need them. */
    static String columns(String list) {
        return list.strip().replace("\"", "").replaceAll("\\s*,\\s*", ", ");
    }

    /** A condition as we and the catalog can both write it: the catalog adds parentheses and casts. */
    static String predicate(@Nullable String condition) {
        return condition == null
                ? ""
                : condition
                        .replaceAll("::\\w+", "")
                        .replaceAll("[()]", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    /** The first layouts bore none. */
    static int version(@Nullable String comment) {
        Matcher version = VERSION.matcher(comment == null ? "" : comment);
        return version.find() ? Integer.parseInt(version.group(1)) : 1;
    }
}
