package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.grammar.ObjectType.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notation of {@code *.grammar} files. A line that is not indented begins an object; indented lines are its fields:
 *
 * <pre>
 * Server "a server"              its type, and what a user would call it
 *   host!       string           required
 *   protocol    string since 3.1.0
 *   url         -                (written "-url  hint") a field people write here, and what to tell them
 *
 * Name "title" open              fields that are not described are let pass
 * Name "title" by type           the value of the field "type" chooses among the listed objects
 * Name "title" version bindingVersion 0.1.0 0.2.0    has versions of its own; "since" means these
 * </pre>
 *
 * <p>Kinds: {@code string uri email boolean integer positive number null object any schema payload}, a quoted word, the type of an object;
 * {@code X&} is X or a reference to it, {@code X^} a reference only, {@code [X]} a list, {@code {X}} a map, {@code <X>} a
 * map whose keys are identifiers, {@code X|Y} either.
 */
final class GrammarFile {
    private static final Pattern HEADER = Pattern.compile("(\\w+) \"([^\"]+)\"(.*)");
    private static final Pattern FIELD = Pattern.compile("\\s+([^\\s!]+)(!?)\\s+(\\S+)(?:\\s+since\\s+(\\S+))?\\s*");
    private static final Pattern MISPLACED = Pattern.compile("\\s+-(\\S+)\\s+(.+)");

    private final String file;
    private final List<ObjectType> types = new ArrayList<>();
    private @Nullable Matcher header;
    private Map<String, Field> fields = new LinkedHashMap<>();
    private Map<String, String> misplaced = new LinkedHashMap<>();

    private GrammarFile(String file) {
        this.file = file;
    }

    static List<ObjectType> read(String file) {
        InputStream stream = Objects.requireNonNull(GrammarFile.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            GrammarFile reading = new GrammarFile(file);
            lines.lines().forEach(reading::line);
            reading.finish();
            return reading.types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (!Character.isWhitespace(line.charAt(0))) {
            finish();
            header = matched(HEADER, line);
            return;
        }
        Matcher hint = MISPLACED.matcher(line);
        if (hint.matches()) {
            misplaced.put(hint.group(1), hint.group(2));
            return;
        }
        Matcher field = matched(FIELD, line);
        Kind kind = new KindNotation(field.group(3)).read();
        fields.put(field.group(1), new Field(field.group(1), !field.group(2).isEmpty(), kind, field.group(4)));
    }

    private void finish() {
        if (header == null) {
            return;
        }
        List<String> words = List.of(header.group(3).trim().split("\\s+", -1));
        String selector = words.get(0).equals("by") ? words.get(1) : null;
        boolean versioned = words.get(0).equals("version");
        types.add(new ObjectType(
                header.group(1),
                header.group(2),
                words.get(0).equals("open"),
                selector,
                versioned ? words.get(1) : null,
                versioned ? words.subList(2, words.size()) : List.of(),
                fields,
                misplaced));
        fields = new LinkedHashMap<>();
        misplaced = new LinkedHashMap<>();
    }

    private Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException(file + ": cannot read the line '" + line + "'");
        }
        return matcher;
    }
}
