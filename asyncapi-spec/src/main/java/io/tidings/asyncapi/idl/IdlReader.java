package io.tidings.asyncapi.idl;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceProblem;
import io.tidings.asyncapi.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.idl.IdlFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Avro IDL file and what it imports. The tree is an object of all its named types, by full name and, where that is
 * clear, by simple name; the member with the empty name is what the file as a whole means: its main schema, or else the one
 * record that no other type of the file uses. Types and their fields know where they were written.
 */
public final class IdlReader {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final String CODE = "avro-idl";

    private final SourceReader texts;
    private final Predicate<Path> allowed;
    private final Map<String, Location> places = new HashMap<>();
    private final Set<Path> seen = new HashSet<>();

    /** Reads one file, and imports from where {@code allowed} holds. */
    public IdlReader(SourceReader texts, Predicate<Path> allowed) {
        this.texts = texts;
        this.allowed = allowed;
    }

    public SourceFile read(Path path, String file) {
        return texts.read(path, file, text -> {
            IdlOutline outline = IdlOutline.of(file, text);
            Optional<SourceProblem> problem = outline(path, outline);
            return problem.isPresent() ? broken(file, problem.get()) : parse(path, file, outline);
        });
    }

    /** Notes places, here and in what is imported; says what cannot be imported, because Avro's reader asks nobody. */
    private Optional<SourceProblem> outline(Path path, IdlOutline outline) {
        seen.add(path.toAbsolutePath().normalize());
        if (outline.mistake().isPresent()) {
            IdlOutline.Mistake mistake = outline.mistake().get();
            return Optional.of(problem("not Avro IDL: " + mistake.message(), mistake.at()));
        }
        outline.places().forEach(places::putIfAbsent);
        return outline.imports().stream()
                .flatMap(wanted -> imported(path, wanted).stream())
                .findFirst();
    }

    private Optional<SourceProblem> imported(Path from, IdlOutline.Import wanted) {
        Path path;
        try {
            path = from.resolveSibling(wanted.path()).normalize();
        } catch (InvalidPathException e) {
            return Optional.of(problem("'" + wanted.path() + "' is not a path", wanted.at()));
        }
        if (!allowed.test(path)) {
            return Optional.of(
                    problem("'" + wanted.path() + "' leads out of the folders that may be read", wanted.at()));
        }
        if (!Files.isRegularFile(path)) {
            return Optional.of(problem("the imported file '" + wanted.path() + "' does not exist", wanted.at()));
        }
        if (!wanted.idl() || seen.contains(path.toAbsolutePath().normalize())) {
            return Optional.empty();
        }
        SourceProblem[] first = new SourceProblem[1];
        String name = path.toString();
        SourceFile read = texts.read(path, name, text -> {
            first[0] = outline(path, IdlOutline.of(name, text)).orElse(null);
            return new SourceFile(name, Optional.empty(), List.of());
        });
        return Optional.ofNullable(first[0]).or(() -> read.problems().stream().findFirst());
    }

    private SourceFile parse(Path path, String file, IdlOutline outline) {
        try {
            IdlFile parsed = new org.apache.avro.idl.IdlReader().parse(path);
            return new SourceFile(file, Optional.of(new IdlTree(file, places).of(parsed)), List.of());
        } catch (AvroRuntimeException | IOException e) {
            String message = message(e);
            return broken(file, problem("Avro refuses this IDL: " + message, placeOf(message, file, outline)));
        } catch (StackOverflowError e) {
            return broken(file, problem("its types nest too deeply", Location.startOf(file)));
        }
    }

    private static String message(Exception e) {
        Throwable cause = e.getCause() instanceof AvroRuntimeException inner ? inner : e;
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^(?:[a-z]+\\.)+[A-Za-z]+Exception: ", "");
    }

    /** Avro names what is wrong, not where: the first declared or used word of its message is. */
    private static Location placeOf(String message, String file, IdlOutline outline) {
        boolean again = message.contains("redefine") || message.startsWith("Duplicate");
        Matcher words = WORD.matcher(message);
        while (words.find()) {
            String word = words.group();
            String simple = word.substring(word.lastIndexOf('.') + 1);
            Optional<Location> found = outline.find(simple, again);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Location.startOf(file);
    }

    private static SourceProblem problem(String message, Location at) {
        return new SourceProblem(CODE, message, at, "", null, null);
    }

    private static SourceFile broken(String file, SourceProblem problem) {
        return new SourceFile(file, Optional.empty(), List.of(problem));
    }

    /** What a whole file means; null where that is not clear. */
    static @Nullable Schema main(IdlFile file) {
        if (file.getMainSchema() != null) {
            return file.getMainSchema();
        }
        List<Schema> records = file.getNamedSchemas().values().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .toList();
        List<Schema> tops = records.stream()
                .filter(record -> records.stream()
                        .noneMatch(other -> !other.equals(record) && IdlTree.uses(other, record.getFullName())))
                .toList();
        return tops.size() == 1 ? tops.get(0) : null;
    }

    /** The node that a reference to the whole file means. */
    public static Optional<Node> mainOf(ObjectNode root) {
        return root.get("");
    }
}
