package io.tidings.asyncapi.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects that a family of versions describes. */
public final class Grammar {
    private static final List<String> COMMON = List.of("bindings.grammar", "kafka.grammar", "x-tidings.grammar");
    private static final Grammar SETTINGS = new Grammar(read(Stream.of("settings.grammar")));
    private static final Grammar VERSION_2 = of("asyncapi-2.grammar");
    private static final Grammar VERSION_3 = of("asyncapi-3.grammar");

    private final Map<String, ObjectType> types;

    private Grammar(Map<String, ObjectType> types) {
        this.types = types;
    }

    /** AsyncAPI 3.0.0 and 3.1.0. */
    public static Grammar version3() {
        return VERSION_3;
    }

    /** AsyncAPI 2.0.0 to 2.6.0. */
    public static Grammar version2() {
        return VERSION_2;
    }

    /** The file that says how rules are weighed. */
    public static Grammar settings() {
        return SETTINGS;
    }

    private static Grammar of(String file) {
        return new Grammar(read(Stream.concat(Stream.of(file), COMMON.stream())));
    }

    private static Map<String, ObjectType> read(Stream<String> files) {
        Map<String, ObjectType> types = new LinkedHashMap<>();
        files.flatMap(name -> GrammarFile.read(name).stream()).forEach(type -> types.put(type.name(), type));
        return types;
    }

    ObjectType type(String name) {
        ObjectType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the grammar has no object " + name);
        }
        return type;
    }

    Map<String, ObjectType> types() {
        return types;
    }

    /** What a user would call an object of this type, with its article. */
    public String title(String type) {
        return type(type).title();
    }

    /** Where a misplaced field probably belongs: the only kind of object that has one of that name, if there is one. */
    @Nullable String homeOf(String field) {
        List<String> homes = types.values().stream()
                .filter(type -> type.selector() == null && type.fields().containsKey(field))
                .filter(type -> !type.name().matches("Components|.*(Trait|Example)"))
                .map(ObjectType::title)
                .toList();
        return homes.size() == 1 ? homes.get(0) : null;
    }
}
