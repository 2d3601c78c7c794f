package io.tidings.codegen.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simple names that one source may use for classes; a class whose name means something else there keeps its package. */
final class Imports {

    private static final String JAVA_LANG = "java.lang";
    private static final Pattern QUALIFIED = Pattern.compile("(?:[\\p{Alpha}_$][\\w$]*\\.)+[\\p{Alpha}_$][\\w$]*");

    private final String packageName;
    private final Set<String> neighbours;
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> imported = new TreeSet<>();
    private final Map<String, String> known = new HashMap<>();

    /**
     * Of a source.
     *
     * @param neighbours the classes of its package: their names mean them
     * @param within the names of types that it declares within its class
     */
    Imports(String packageName, Set<String> neighbours, Set<String> within) {
        this.packageName = packageName;
        this.neighbours = neighbours;
        within.forEach(name -> owners.put(name, ""));
    }

    /** What the source calls a top-level class. */
    String name(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String owner = dot < 0 ? "" : qualified.substring(0, dot);
        String simple = qualified.substring(dot + 1);
        if (!owner.equals(owners.computeIfAbsent(simple, name -> neighbours.contains(name) ? packageName : owner))) {
            return qualified;
        }
        if (!owner.equals(packageName) && !owner.equals(JAVA_LANG) && !owner.isEmpty()) {
            imported.add(qualified);
        }
        return simple;
    }

    /** Code in which all classes are named with their packages, with the names that the source may use. */
    String in(String code) {
        String named = known.get(code); // the fields of a class have few types
        if (named == null) {
            named = QUALIFIED.matcher(code).replaceAll(found -> Matcher.quoteReplacement(name(found.group())));
            known.put(code, named);
        }
        return named;
    }

    /** A type, named as here, that may be null: the annotation stands before the simple name. */
    String nullable(String type) {
        String mark = "@" + name("org.jspecify.annotations.Nullable") + " ";
        int arguments = type.indexOf('<');
        int dot = type.lastIndexOf('.', arguments < 0 ? type.length() : arguments);
        return type.substring(0, dot + 1) + mark + type.substring(dot + 1);
    }

    /** The import statements, in order. */
    String statements() {
        StringBuilder statements = new StringBuilder();
        imported.forEach(name -> statements.append("import ").append(name).append(";\n"));
        return statements.toString();
    }
}
