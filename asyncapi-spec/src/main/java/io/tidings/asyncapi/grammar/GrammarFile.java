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
 *   protocol    string since 3.1.0 until 3.2.0
 *   url         -                (written "-url  hint") a field people write here, and what to tell them
 *
 * Name "title" open since 0.5.0  fields that are not described are let pass, from a version on or always
 * Name "title" lenient           ... are let pass with a warning
 * Name "title" by type           the value of the field "type" chooses among the listed objects
 * Name "title" version bindingVersion 0.1.0 0.2.0    has versions of its own; "since" means these, within it as well
 * Name "title" like Other        has what Other has, but for the fields that are written again
 * Name = /regular expression/ "title"    a string of that form; a kind from here on in this file
 * </pre>
 *
 * <p>Kinds: {@code string uri email host mediatype boolean integer number null object any schema objectschema
 * propertyschema payload},
 * {@code 0..255} or {@code 1..} an integer in a range, {@code string(..255)} a string of such a length, a quoted word, the
 * type of an object; {@code X&} is X or a reference to it, {@code X^} a reference only, {@code [X]} a list, {@code {X}} a
 * map, {@code <X>} a map whose keys are identifiers, {@code X|Y} either.
 *
 * <p>A field may be written twice where it was something else in earlier versions, the newest last. After its kind stand
 * {@code since} and {@code until} (inclusive) and its conditions: {@code needs OTHER}, {@code without OTHER} (or {@code
 * without *}), {@code for
 * OTHER=value}, {@code required-for OTHER=value}, {@code unless OTHER} (is not required beside it).
 *
 * <p>A file of {@code bindings/} begins with {@code binding NAME "title" VERSIONS since VERSION-OF-ASYNCAPI}. The objects
 * {@code server}, {@code channel}, {@code operation} and {@code message} in it are the binding at each level, and have a
 * {@code bindingVersion}; {@code marker} behind them says that they may be empty whatever they require. A level that the
 * file does not name is reserved by its binding: it has to be empty.
 */
final class GrammarFile {
    private static final Pattern BINDING =
            Pattern.compile("binding (\\w+) \"([^\"]+)\" ([0-9. ]+?)(?: since ([0-9.]+))?");
    private static final Pattern HEADER = Pattern.compile("(\\w+) \"([^\"]+)\"(.*)");
    private static final Pattern MATCHING = Pattern.compile("(\\w+) = /(.+)/ \"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile(
            "\\s+([^\\s!]+)(!?)\\s+(\\S+)((?:\\s+(?:since|until|" + Condition.Word.ALL + ")\\s+\\S+)*)\\s*");
    private static final Pattern MISPLACED = Pattern.compile("\\s+-(\\S+)\\s+(.+)");

    private final String file;
    private final Map<String, ObjectType> types = new LinkedHashMap<>();
    private final Map<String, Kind> named = new LinkedHashMap<>();
    private @Nullable Protocol protocol;
    private @Nullable ObjectHeader header;
    private Map<String, Field> fields = new LinkedHashMap<>();
    private Map<String, String> misplaced = new LinkedHashMap<>();

    private GrammarFile(String file) {
        this.file = file;
    }

    static List<ObjectType> read(String file) {
        return readLines(file).types();
    }

    /** Reads the file of a binding. */
    static Protocol readProtocol(String name) {
        GrammarFile reading = readLines("bindings/" + name + ".grammar");
        return Objects.requireNonNull(reading.protocol, name).with(reading.types());
    }

    private static GrammarFile readLines(String file) {
        InputStream stream = Objects.requireNonNull(GrammarFile.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            GrammarFile reading = new GrammarFile(file);
            lines.lines().forEach(reading::line);
            reading.finish();
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ObjectType> types() {
        return List.copyOf(types.values());
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (Character.isWhitespace(line.charAt(0))) {
            field(line);
            return;
        }
        finish();
        Matcher binding = BINDING.matcher(line);
        Matcher matching = MATCHING.matcher(line);
        if (binding.matches()) {
            List<String> versions = List.of(binding.group(3).split(" ", -1));
            protocol = new Protocol(binding.group(1), binding.group(2), versions, binding.group(4), List.of());
        } else if (matching.matches()) {
            named.put(matching.group(1), new Kind.Matching(Pattern.compile(matching.group(2)), matching.group(3)));
        } else if (protocol != null && Protocol.isLevel(line)) {
            header = protocol.header(line);
            fields.put(Protocol.versionField().name(), Protocol.versionField());
        } else {
            header = header(line);
        }
    }

    private ObjectHeader header(String line) {
        Matcher matcher = matched(HEADER, line);
        return ObjectHeader.of(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    private void field(String line) {
        Matcher hint = MISPLACED.matcher(line);
        if (hint.matches()) {
            misplaced.put(hint.group(1), hint.group(2));
            return;
        }
        Matcher matcher = matched(FIELD, line);
        Kind kind = new KindNotation(matcher.group(3), named).read();
        String since = null;
        String until = null;
        List<Condition> conditions = new ArrayList<>();
        String[] words = matcher.group(4).trim().split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case "since" -> since = words[i + 1];
                case "until" -> until = words[i + 1];
                default -> conditions.add(Condition.of(words[i], words[i + 1]));
            }
        }
        String name = matcher.group(1);
        Field field = new Field(name, !matcher.group(2).isEmpty(), kind, since, until, conditions, null);
        fields.put(name, field.after(fields.get(name)));
    }

    private void finish() {
        if (header == null) {
            return;
        }
        ObjectType like = header.like() == null ? null : types.get(header.like());
        if (header.like() != null && like == null) {
            throw new IllegalStateException(file + ": " + header.like() + " has to stand before " + header.name());
        }
        ObjectType type = header.type(file, fields, misplaced, like);
        types.put(type.name(), type);
        header = null;
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
