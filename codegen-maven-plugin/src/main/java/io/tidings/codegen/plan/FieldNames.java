package io.tidings.codegen.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/**
 * What a field is called in its record class: as Avro's compiler calls it, wherever that compiles.
 *
 * @param variable the Java field
 * @param suffix what follows {@code get}, {@code set}, {@code has} and {@code clear}
 * @param chosen whether Avro's compiler would have called the methods as it calls others, which does not compile
 */
public record FieldNames(String variable, String suffix, boolean chosen) {

    private static final List<String> PREFIXES = List.of("get", "set", "has", "clear", "getOptional", "as");

    /** Methods that every record class has, or its builder. */
    private static final Set<String> TAKEN_METHODS = Set.of(
            "getClass",
            "getSchema",
            "getClassSchema",
            "getSpecificData",
            "getEncoder",
            "getDecoder",
            "hashCode",
            "hasCustomCoders");

    /** What a variable would hide: packages where a class is named with its package, and classes. */
    private static final Set<String> HIDDEN =
            Set.of("java", "org", "io", "com", "Objects", "Optional", "Utf8", "Double", "Float");

    /** What follows the name of a record in those of the classes beside it. */
    private static final Pattern COMPANION = Pattern.compile(".*(Stages|Choice)\\d*");

    /** Of a record's fields, in their order. */
    public static List<FieldNames> of(Schema record) {
        Set<String> methods = new HashSet<>(TAKEN_METHODS);
        List<FieldNames> names = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            String wanted = SpecificCompiler.generateGetMethod(record, field).substring("get".length());
            String suffix = wanted;
            for (int number = 2; anyOf(methods, suffix); number++) {
                suffix = wanted + "$" + number;
            }
            for (String prefix : PREFIXES) {
                methods.add(prefix + suffix);
            }
            names.add(new FieldNames(variable(field.name(), record), suffix, !suffix.equals(wanted)));
        }
        return names;
    }

    private static boolean anyOf(Set<String> methods, String suffix) {
        for (String prefix : PREFIXES) {
            if (methods.contains(prefix + suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String variable(String name, Schema record) {
        String variable = SpecificCompiler.mangle(name);
        String namespace = record.getNamespace() == null ? "" : record.getNamespace();
        boolean hidesCompanion = variable.startsWith(record.getName())
                && COMPANION
                        .matcher(variable.substring(record.getName().length()))
                        .matches();
        boolean hides = hidesCompanion
                || HIDDEN.contains(variable)
                || namespace.equals(variable)
                || namespace.startsWith(variable + ".");
        return hides ? variable + "$" : variable;
    }

    /** The method that gives its value. */
    public String getter() {
        return "get" + suffix;
    }

    /** The method that sets it. */
    public String setter() {
        return "set" + suffix;
    }
}
