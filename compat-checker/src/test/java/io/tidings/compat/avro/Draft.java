package io.tidings.compat.avro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema that can still be changed: named types stand in a table and are written where they are mentioned first, so that a
 * change never leaves a name without its definition. Text is written by hand, since Avro's own builder refuses to build what
 * was not thought of.
 */
final class Draft {

    /** A place that holds a type. */
    static final class Place {
        /** A primitive's name, {@code array}, {@code map}, {@code union}, or {@code named}. */
        String kind;

        final List<Place> parts = new ArrayList<>();
        final Map<String, String> properties = new LinkedHashMap<>();
        int named;

        Place(String kind, Place... parts) {
            this.kind = kind;
            this.parts.addAll(List.of(parts));
        }

        static Place named(int index) {
            Place type = new Place("named");
            type.named = index;
            return type;
        }

        Place copy() {
            Place copy = new Place(kind);
            parts.forEach(part -> copy.parts.add(part.copy()));
            copy.properties.putAll(properties);
            copy.named = named;
            return copy;
        }

        void become(Place other) {
            kind = other.kind;
            parts.clear();
            parts.addAll(other.parts);
            properties.clear();
            properties.putAll(other.properties);
            named = other.named;
        }
    }

    /** A record, enum or fixed. */
    static final class Named {
        final String kind;
        String space;
        String name;
        List<String> aliases = new ArrayList<>();
        final List<Member> members = new ArrayList<>();
        List<String> symbols = new ArrayList<>();

        @Nullable String fallback;

        int size = 2;
        final Map<String, String> properties = new LinkedHashMap<>();

        Named(String kind, String space, String name) {
            this.kind = kind;
            this.space = space;
            this.name = name;
        }

        String fullName() {
            return space + "." + name;
        }

        Named copy() {
            Named copy = new Named(kind, space, name);
            copy.aliases.addAll(aliases);
            members.forEach(member -> copy.members.add(member.copy()));
            copy.symbols.addAll(symbols);
            copy.fallback = fallback;
            copy.size = size;
            copy.properties.putAll(properties);
            return copy;
        }
    }

    /** A field of a record. */
    static final class Member {
        String name;
        final Place type;
        List<String> aliases = new ArrayList<>();

        @Nullable String fallback;

        Member(String name, Place type) {
            this.name = name;
            this.type = type;
        }

        Member copy() {
            Member copy = new Member(name, type.copy());
            copy.aliases.addAll(aliases);
            copy.fallback = fallback;
            return copy;
        }
    }

    Place root = new Place("null");
    final List<Named> named = new ArrayList<>();

    Draft copy() {
        Draft copy = new Draft();
        copy.root = root.copy();
        named.forEach(type -> copy.named.add(type.copy()));
        return copy;
    }

    /** All places that hold a type. */
    List<Place> types() {
        List<Place> all = new ArrayList<>();
        collect(root, all);
        named.forEach(type -> type.members.forEach(member -> collect(member.type, all)));
        return all;
    }

    private static void collect(Place type, List<Place> all) {
        all.add(type);
        type.parts.forEach(part -> collect(part, all));
    }

    @Override
    public String toString() {
        return text(root, new HashSet<>());
    }

    private String text(Place type, Set<Integer> written) {
        return switch (type.kind) {
            case "array" -> object("\"type\":\"array\",\"items\":" + text(type.parts.get(0), written), type.properties);
            case "map" -> object("\"type\":\"map\",\"values\":" + text(type.parts.get(0), written), type.properties);
            case "union" ->
                type.parts.stream().map(part -> text(part, written)).collect(Collectors.joining(",", "[", "]"));
            case "named" ->
                written.add(type.named)
                        ? definition(named.get(type.named), written)
                        : quoted(named.get(type.named).fullName());
            default ->
                type.properties.isEmpty()
                        ? quoted(type.kind)
                        : object("\"type\":" + quoted(type.kind), type.properties);
        };
    }

    private String definition(Named type, Set<Integer> written) {
        String head = "\"type\":" + quoted(type.kind) + ",\"name\":" + quoted(type.fullName()) + aliases(type.aliases);
        String rest = switch (type.kind) {
            case "enum" ->
                ",\"symbols\":" + list(type.symbols)
                        + (type.fallback == null ? "" : ",\"default\":" + quoted(type.fallback));
            case "fixed" -> ",\"size\":" + type.size;
            default ->
                type.members.stream()
                        .map(member -> member(member, written))
                        .collect(Collectors.joining(",", ",\"fields\":[", "]"));
        };
        return object(head + rest, type.properties);
    }

    private String member(Member member, Set<Integer> written) {
        return "{\"name\":" + quoted(member.name) + aliases(member.aliases) + ",\"type\":"
                + text(member.type, written)
                + (member.fallback == null ? "" : ",\"default\":" + member.fallback) + "}";
    }

    private static String object(String members, Map<String, String> properties) {
        StringBuilder out = new StringBuilder("{").append(members);
        properties.forEach((name, value) ->
                out.append(',').append(quoted(name)).append(':').append(value));
        return out.append('}').toString();
    }

    private static String aliases(List<String> aliases) {
        return aliases.isEmpty() ? "" : ",\"aliases\":" + list(aliases);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Draft::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
