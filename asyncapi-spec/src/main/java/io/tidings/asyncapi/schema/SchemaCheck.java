package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes once through all schemas that can be reached from those added, across files, and says what is wrong with each. Keeps
 * a list of its own of what is yet to be seen: references may lead through thousands of schemas, deeper than any stack.
 */
final class SchemaCheck {
    private final Following following;
    private final Deque<Seen> waiting = new ArrayDeque<>();
    private final IdentityHashMap<ObjectNode, Dialect> seen = new IdentityHashMap<>();
    private final Set<Node> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> circles = Collections.newSetFromMap(new IdentityHashMap<>());

    final List<Problem> mistakes = new ArrayList<>();
    final List<Problem> selfMade = new ArrayList<>();
    final List<Problem> nearMisses = new ArrayList<>();
    final List<Problem> discriminators = new ArrayList<>();
    final List<Seen> withExamples = new ArrayList<>();

    /** A schema, and the draft it is written in. */
    record Seen(ObjectNode node, Dialect dialect) {}

    SchemaCheck(Following following) {
        this.following = following;
    }

    void add(Node root, Dialect dialect) {
        enqueue(root, dialect);
        while (!waiting.isEmpty()) {
            check(waiting.remove());
        }
    }

    /** Whether a schema cannot be judged by. */
    boolean isBroken(ObjectNode schema) {
        return broken.contains(schema);
    }

    /** The draft that a schema is written in, where it has been seen. */
    Optional<Dialect> dialectOf(ObjectNode schema) {
        return Optional.ofNullable(seen.get(schema));
    }

    private void enqueue(Node written, Dialect around) {
        if (following.schema(written).orElse(null) instanceof ObjectNode object && !seen.containsKey(object)) {
            Dialect dialect = Dialect.of(object, around);
            seen.put(object, dialect);
            waiting.add(new Seen(object, dialect));
        }
    }

    private void check(Seen schema) {
        List<Problem> found = KeywordCheck.problems(schema.node(), schema.dialect());
        if (!found.isEmpty()) {
            broken.add(schema.node());
            mistakes.addAll(found);
        }
        Set<Node> circle = circle(schema.node());
        if (!circle.isEmpty() && Collections.disjoint(circle, circles)) {
            selfMade.add(Problem.at(
                    schema.node(),
                    "this schema is made of itself: no value can be judged by it",
                    "refer to it from a property or from items, where the value is another one"));
        }
        if (!circle.isEmpty()) {
            broken.add(schema.node());
            circles.add(schema.node());
        }
        unknownKeywords(schema);
        discriminator(schema.node());
        if (schema.node().members().containsKey("default")
                || schema.node().array("examples").isPresent()) {
            withExamples.add(schema);
        }
        Subschemas.each(schema.node(), schema.dialect(), child -> enqueue(child, schema.dialect()));
    }

    /** All that a schema applies to the same value, where it is among them itself, through {@code allOf} and its like. */
    private Set<Node> circle(ObjectNode start) {
        Deque<Node> next = new ArrayDeque<>(Subschemas.inPlace(start));
        Set<Node> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!next.isEmpty()) {
            Node at = following.schema(next.remove()).orElse(null);
            if (at instanceof ObjectNode object && passed.add(object)) {
                next.addAll(Subschemas.inPlace(object));
            }
        }
        return passed.contains(start) ? passed : Set.of();
    }

    private void unknownKeywords(Seen schema) {
        for (Member member : schema.node().members().values()) {
            String name = member.name();
            Keyword known = Keyword.named(name);
            if (known != null && !schema.dialect().since(known.since())) {
                nearMisses.add(Problem.at(
                        member,
                        "'" + name + "' says nothing in " + schema.dialect().label() + ": a later draft brought it",
                        null));
            } else if (name.equals("nullable")) {
                nearMisses.add(Problem.at(
                        member, "'nullable' is OpenAPI's and says nothing here", "write {type: [..., 'null']}"));
            } else if (known == null && !name.startsWith("x-") && !name.equals("id")) {
                DidYouMean.among(name, Keyword.names())
                        .filter(near ->
                                name.length() > 3 && !schema.node().members().containsKey(near))
                        .ifPresent(near -> nearMisses.add(Problem.at(
                                member,
                                "'" + Words.cut(name) + "' is no keyword of JSON Schema, and says nothing",
                                "did you mean '" + near + "'?")));
            }
        }
    }

    /** AsyncAPI, Schema Object: it names a property that is defined here and required. */
    private void discriminator(ObjectNode schema) {
        String name = schema.string("discriminator").orElse(null);
        if (name == null) {
            return;
        }
        Node at = schema.get("discriminator").orElse(schema);
        boolean composed = !Subschemas.inPlace(schema).isEmpty();
        Set<String> declared =
                schema.object("properties").map(map -> map.members().keySet()).orElse(Set.of());
        if (!declared.contains(name)) {
            // Composed schemas may have it from each of their parts.
            if (!composed) {
                discriminators.add(Problem.at(
                        at, "the discriminator '" + name + "' is no property", DidYouMean.hint(name, declared)));
            }
        } else if (!composed && !required(schema, name)) {
            discriminators.add(Problem.at(
                    at, "the discriminator '" + name + "' is not required", "add it to the list 'required'"));
        }
    }

    private static boolean required(ObjectNode schema, String name) {
        return schema.array("required").map(ArrayNode::items).orElse(List.of()).stream()
                .anyMatch(item -> item.text().filter(name::equals).isPresent());
    }
}
