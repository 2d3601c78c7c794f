package io.tidings.codegen.avro;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** The types of a field that is a union, by the classes that hold them: branches of one class cannot be told apart in Java. */
final class ChoiceVariants {

    private final SpecificCompiler avro;
    private final Map<String, Schema> byClass = new LinkedHashMap<>();
    private final Map<String, String> names = new TreeMap<>();

    ChoiceVariants(SpecificCompiler avro, Schema union) {
        this.avro = avro;
        for (Schema branch : union.getTypes()) {
            if (branch.getType() != Schema.Type.NULL) {
                byClass.putIfAbsent(className(branch), branch);
            }
        }
        byClass.keySet().forEach(this::name);
    }

    private String className(Schema branch) {
        return avro.javaType(branch).replaceFirst("<.*", "");
    }

    /** A class file is called after it, and many file systems take names that differ in case only for one. */
    private void name(String className) {
        String wanted = "Of" + className.substring(className.lastIndexOf('.') + 1);
        String name = wanted;
        for (int number = 2; taken(name); number++) {
            name = wanted + "_" + number;
        }
        names.put(className, name);
    }

    private boolean taken(String name) {
        return names.values().stream()
                .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }

    /** What the types are called within the interface, and its type parameter. */
    Set<String> within() {
        Set<String> within = new HashSet<>(names.values());
        within.add("R");
        return within;
    }

    /** As the source names them. */
    List<ChoiceVariant> in(Imports imports) {
        FieldTypes types = new FieldTypes(avro, imports);
        return byClass.entrySet().stream()
                .map(branch -> variant(branch.getKey(), branch.getValue(), types, imports))
                .toList();
    }

    private ChoiceVariant variant(String className, Schema branch, FieldTypes types, Imports imports) {
        String type = types.ofValue(branch);
        String unboxed = avro.javaUnbox(branch, false);
        String name = String.valueOf(names.get(className));
        String raw = imports.name(className);
        String taken = raw;
        String conversion = "%s";
        switch (className) {
            case "java.util.List" -> {
                taken = raw + "<?>";
                conversion = "(" + type + ") %s";
            }
            case "java.util.Map" -> {
                taken = raw + "<?, ?>";
                conversion = "(" + type + ") %s";
            }
            case "java.lang.String" -> {
                taken = imports.name("java.lang.CharSequence");
                conversion = "%s.toString()";
            }
            case "org.apache.avro.util.Utf8" -> {
                taken = imports.name("java.lang.CharSequence");
                conversion = "new " + raw + "(%s.toString())";
            }
            default -> {
                // is taken as it is
            }
        }
        return new ChoiceVariant(
                name, "o" + name.substring(1), type, unboxed.indexOf('.') < 0 ? unboxed : type, taken, conversion);
    }
}
