package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** Decides what the classes of Avro types are called: as the types, wherever Java and file systems allow it. */
public final class ClassNames {

    /** The type within every record class: a class cannot bear the name of one that encloses it. */
    private static final String WITHIN = "Builder";

    /** A file name has at most 255 bytes on most systems, and that of a class within this one or of its codec is longer. */
    private static final int LONGEST = 150;

    /** Words that no type may be called; others of that sort Avro's compiler changes itself. */
    private static final Set<String> RESTRICTED = Set.of("permits", "sealed");

    /** Where packages begin that all generated code uses. */
    private static final Set<String> ROOTS = Set.of("java", "org", "io");

    private final PlanSettings settings;
    private final Function<String, Location> places;
    private final List<Diagnostic> diagnostics;
    private final Set<String> packages = new HashSet<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, String> existingClasses = new HashMap<>();
    private final Map<String, String> changed = new LinkedHashMap<>();

    private ClassNames(PlanSettings settings, Function<String, Location> places, List<Diagnostic> diagnostics) {
        this.settings = settings;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** The full names of classes by those of types, where they differ. */
    static Map<String, String> of(
            Collection<Schema> types,
            Map<String, Optional<String>> existing,
            PlanSettings settings,
            Function<String, Location> places,
            List<Diagnostic> diagnostics) {
        ClassNames names = new ClassNames(settings, places, diagnostics);
        names.addPackages(settings.packageName());
        types.forEach(type -> names.addPackages(names.packageOf(type)));
        for (Schema type : types) {
            Optional<String> given = existing.get(type.getFullName());
            if (given != null) {
                names.nameExisting(type, given);
            }
        }
        types.stream().filter(type -> !existing.containsKey(type.getFullName())).forEach(names::name);
        names.reportUnused(types);
        return names.changed;
    }

    /** The class that is made of a type with a schema of the class's own: names that Java does not allow are changed. */
    public static JavaName of(Schema classSchema) {
        return new JavaName(
                classSchema.getNamespace() == null ? "" : SpecificCompiler.mangle(classSchema.getNamespace()),
                SpecificCompiler.mangleTypeIdentifier(classSchema.getName()));
    }

    private void addPackages(String packageName) {
        for (int end = packageName.length(); end > 0; end = packageName.lastIndexOf('.', end - 1)) {
            packages.add(packageName.substring(0, end));
        }
    }

    private String packageOf(Schema type) {
        String namespace = type.getNamespace();
        if (namespace == null) {
            return settings.packageName();
        }
        for (int end = namespace.length(); end > 0; end = namespace.lastIndexOf('.', end - 1)) {
            String mapped = settings.records().packages().get(namespace.substring(0, end));
            if (mapped != null) {
                return mapped + namespace.substring(end);
            }
        }
        return namespace;
    }

    /** The class is called as it is, whatever else would be. */
    private void nameExisting(Schema type, Optional<String> given) {
        String fullName = type.getFullName();
        String packageName = packageOf(type);
        String className = given.orElse(packageName.isEmpty() ? type.getName() : packageName + "." + type.getName());
        owners.put(className.toLowerCase(Locale.ROOT), fullName);
        String owner = existingClasses.put(className, fullName);
        if (owner != null) {
            diagnostics.add(Diagnostic.error(
                    "codegen-existing-record-taken",
                    "Class '" + className + "' cannot stand for Avro type '" + fullName + "': it stands for '" + owner
                            + "'",
                    places.apply(fullName),
                    "",
                    "Give each a class of its own in <existingRecords>."));
        }
        if (!className.equals(fullName)) {
            changed.put(fullName, className);
        }
    }

    private void name(Schema type) {
        String fullName = type.getFullName();
        String packageName = packageOf(type);
        String simpleName = type.getName();
        String why = why(packageName, simpleName);
        if (why != null) {
            simpleName = NameScope.fitting(simpleName, LONGEST);
            String stem = simpleName + (Character.isDigit(simpleName.charAt(simpleName.length() - 1)) ? "_" : "");
            for (int number = 2; why(packageName, simpleName) != null; number++) {
                simpleName = stem + number;
            }
            diagnostics.add(
                    Diagnostic.warning(
                            "codegen-avro-name-changed",
                            "In Java, Avro type '" + fullName + "' is called '" + simpleName + "': " + why,
                            places.apply(fullName),
                            "",
                            "What travels is not changed. Another name, with the old one as an alias, would be the same in both."));
        } else if (type.getNamespace() == null) {
            diagnostics.add(new Diagnostic(
                    "codegen-avro-namespace-missing",
                    Severity.INFO,
                    "Avro type '" + fullName + "' has no namespace; its class stands in package '" + packageName + "'",
                    places.apply(fullName),
                    "",
                    "Add a 'namespace' to the schema.",
                    new ArrayList<>()));
        }
        owners.put(key(packageName, simpleName), fullName);
        String className = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        if (!className.equals(fullName)) {
            changed.put(fullName, className);
        }
    }

    private @org.jspecify.annotations.Nullable String why(String packageName, String simpleName) {
        if (simpleName.length() > LONGEST) {
            return "file systems have no names so long";
        }
        if (RESTRICTED.contains(simpleName)) {
            return "Java has that word for something else";
        }
        if (ROOTS.contains(simpleName) || packages.contains(simpleName)) {
            return "it would hide packages, whose names begin so";
        }
        if (simpleName.equals(WITHIN)) {
            return "each record class has a class 'Builder' within";
        }
        String owner = owners.get(key(packageName, simpleName));
        if (owner != null) {
            return "'" + owner + "' has a class of that name already, but for upper and lower case";
        }
        return packages.contains(packageName + "." + simpleName) ? "there is a package of that name" : null;
    }

    /** Many file systems take names that differ in case only for one. */
    private static String key(String packageName, String simpleName) {
        return (packageName + "." + simpleName).toLowerCase(Locale.ROOT);
    }

    /** Most likely misspelled. */
    private void reportUnused(Collection<Schema> types) {
        Set<String> unused = new TreeSet<>(settings.records().packages().keySet());
        for (Schema type : types) {
            unused.removeIf(namespace -> (type.getNamespace() + ".").startsWith(namespace + "."));
        }
        for (String namespace : unused) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-record-package-unused",
                    "No Avro type of the document is in namespace '" + namespace
                            + "', for whose classes a package is given",
                    places.apply(""),
                    "",
                    "Correct or remove '" + namespace + "' in <recordPackages>."));
        }
    }
}
