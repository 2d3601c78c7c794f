package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.grammar.ObjectType.Others;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All objects that a family of versions describes. */
public final class Grammar {
    private static final String VOCABULARY = "x-tidings.grammar";

    private final Map<String, ObjectType> types = new LinkedHashMap<>();
    private final Others protocols;

    private Grammar(String file) {
        this.protocols = Others.REFUSED;
        GrammarFile.read(file).forEach(this::add);
    }

    /** What a family of versions describes, with our vocabulary and all bindings. */
    private Grammar(String file, Others protocols) {
        this.protocols = protocols;
        GrammarFile.read(file).forEach(this::add);
        GrammarFile.read(VOCABULARY).forEach(this::add);
        List<Protocol> all =
                Protocol.ALL.stream().map(GrammarFile::readProtocol).toList();
        Protocol.LEVELS.forEach(level -> add(Protocol.bindings(level, all, protocols)));
        all.forEach(protocol -> protocol.types().forEach(this::add));
    }

    private void add(ObjectType type) {
        if (types.put(type.name(), type) != null) {
            throw new IllegalStateException("the grammar describes " + type.name() + " twice");
        }
    }

    /** AsyncAPI 3.0.0 and 3.1.0. */
    public static Grammar version3() {
        return Version3.GRAMMAR;
    }

    /** AsyncAPI 2.0.0 to 2.6.0. */
    public static Grammar version2() {
        return Version2.GRAMMAR;
    }

    /** The file that says how rules are weighed. */
    public static Grammar settings() {
        return Settings.GRAMMAR;
    }

    /** Whether bindings of which nothing is known, neither the protocol nor the version, are let pass with a warning. */
    boolean toleratesBindings() {
        return protocols == Others.WARNED;
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

    /** Whether in this type {@code $ref} is a field beside others. */
    public boolean mergesReferences(String type) {
        return type(type).fields().containsKey("$ref");
    }

    /** Whether an object could be meant as one of this type: not where none of its fields is, nor nearly is, one of it. */
    public boolean resembles(ObjectNode node, String name) {
        ObjectType type = type(name);
        return type.others() != ObjectType.Others.REFUSED
                || type.selector() != null
                || type.fields().isEmpty()
                || node.members().isEmpty()
                || node.members().keySet().stream()
                        .anyMatch(field -> field.startsWith("x-")
                                || type.fields().containsKey(field)
                                || type.misplaced().containsKey(field)
                                || DidYouMean.among(field, type.fields().keySet())
                                        .isPresent());
    }

    /**
     * Where a misplaced field probably belongs: the only kind of object described beside this one that has a field of that
     * name, if there is one; among the bindings of a protocol, the levels go first.
     */
    @Nullable String homeOf(String field, ObjectType stray) {
        List<ObjectType> homes = types.values().stream()
                .filter(type ->
                        type.group().equals(stray.group()) && !type.name().equals(stray.name()))
                .filter(type -> type.selector() == null && type.fields().containsKey(field))
                .filter(type -> !type.name().matches("Components|.*(Trait|Example)"))
                .toList();
        List<ObjectType> levels =
                homes.stream().filter(type -> type.versions() != null).toList();
        List<ObjectType> best = levels.isEmpty() ? homes : levels;
        return best.size() == 1 ? best.get(0).title() : null;
    }

    // Each is read when it is needed, and only then.

    private static final class Version3 {
        private static final Grammar GRAMMAR = new Grammar("asyncapi-3.grammar", Others.REFUSED);
    }

    private static final class Version2 {
        // The schemas of 2.x let any binding pass, and its official examples hold some that no version describes.
        private static final Grammar GRAMMAR = new Grammar("asyncapi-2.grammar", Others.WARNED);
    }

    private static final class Settings {
        private static final Grammar GRAMMAR = new Grammar("settings.grammar");
    }

    /** The field of the components that holds objects of a kind, where the version has one. */
    public Optional<String> componentsOf(Kind kind, String specVersion) {
        if (kind == Kind.Plain.SCHEMA || kind == Kind.Plain.PAYLOAD) {
            return Optional.of("schemas");
        }
        return type("Components").fields().values().stream()
                .filter(field -> field.kind() instanceof Kind.MapOf map
                        && map.value() instanceof Kind.OrReference or
                        && or.kind().equals(kind))
                .filter(field -> field.since() == null || field.since().compareTo(specVersion) <= 0)
                .map(ObjectType.Field::name)
                .findFirst();
    }
}
