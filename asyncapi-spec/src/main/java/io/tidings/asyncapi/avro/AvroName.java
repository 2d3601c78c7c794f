package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as the Avro specification has them ("Names"): simple names, full names, enclosing namespaces. */
final class AvroName {
    static final Set<String> PRIMITIVES =
            Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");
    static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");
    static final Set<String> COMPLEX = Set.of("record", "error", "enum", "fixed", "array", "map");

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FULL = Pattern.compile(SIMPLE + "(\\." + SIMPLE + ")*");

    private AvroName() {}

    static boolean isSimple(String name) {
        return SIMPLE.matcher(name).matches();
    }

    static boolean isFull(String name) {
        return FULL.matcher(name).matches();
    }

    /** The full name of a definition within a namespace; empty where it has no name. */
    static String of(ObjectNode definition, String enclosing) {
        String name = definition.string("name").orElse("");
        if (name.isEmpty() || name.indexOf('.') >= 0) {
            return name;
        }
        return qualify(name, definition.string("namespace").orElse(enclosing));
    }

    static String qualify(String name, String namespace) {
        return name.indexOf('.') >= 0 || namespace.isEmpty() ? name : namespace + "." + name;
    }

    static String namespaceOf(String fullName) {
        int dot = fullName.lastIndexOf('.');
        return dot < 0 ? "" : fullName.substring(0, dot);
    }

    static String simpleOf(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
