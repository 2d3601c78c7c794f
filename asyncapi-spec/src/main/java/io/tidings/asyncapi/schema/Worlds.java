package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Multiplies out what schemas say of one value: {@code allOf} adds to a case, {@code anyOf}, {@code oneOf} and {@code if}
 * split it. Choices multiply, so that both their number and their depth are bounded: what lies beyond counts as unclear.
 */
final class Worlds {
    private static final int MOST_CASES = 256;
    private static final int MOST_STEPS = 10_000;
    private static final int DEEPEST = 50;

    /** Beside these, schemas that are found nowhere here may hold: that of a subtype, or the outermost. */
    private static final Set<String> UNREAD = Set.of("discriminator", "$dynamicRef", "$recursiveRef");

    private final Following following;
    private final SchemaCheck check;
    private int steps;

    Worlds(Following following, SchemaCheck check) {
        this.following = following;
        this.check = check;
    }

    /** The cases in which a value can be that all these schemas allow; those that allow none are left out. */
    List<World> of(List<Node> schemas) {
        List<World> cases = List.of(World.EMPTY);
        for (Node schema : schemas) {
            cases = add(cases, schema, 0);
        }
        List<World> possible = new ArrayList<>(cases);
        possible.removeIf(world -> world.impossible() || world.types().isEmpty());
        return possible;
    }

    private List<World> add(List<World> cases, Node written, int depth) {
        List<World> all = new ArrayList<>();
        for (World world : cases) {
            all.addAll(add(world, written, depth));
        }
        return all.size() <= MOST_CASES ? all : List.of(World.EMPTY.andUnclear());
    }

    private List<World> add(World world, Node written, int depth) {
        Node node = following.schema(written).orElse(null);
        if (node instanceof ScalarNode scalar && scalar.value() instanceof Boolean anything) {
            return List.of(anything ? world : world.andNothing());
        }
        if (!(node instanceof ObjectNode schema) || check.isBroken(schema) || depth > DEEPEST || ++steps > MOST_STEPS) {
            return List.of(world.andUnclear());
        }
        if (world.holds(schema)) {
            return List.of(world);
        }
        World own = world.and(schema);
        boolean more = UNREAD.stream().anyMatch(schema.members()::containsKey);
        List<World> cases = List.of(more ? own.andUnclear() : own);
        for (Node part : list(schema, "allOf")) {
            cases = add(cases, part, depth + 1);
        }
        cases = split(cases, list(schema, "anyOf"), depth);
        cases = split(cases, list(schema, "oneOf"), depth);
        return conditional(cases, schema, depth);
    }

    private List<World> split(List<World> cases, List<Node> branches, int depth) {
        if (branches.isEmpty()) {
            return cases;
        }
        List<World> all = new ArrayList<>();
        for (Node branch : branches) {
            all.addAll(add(cases, branch, depth + 1));
        }
        return all;
    }

    private List<World> conditional(List<World> cases, ObjectNode schema, int depth) {
        Node condition = schema.get("if").orElse(null);
        if (condition == null || !dialect(schema).since(Dialect.DRAFT_7)) {
            return cases;
        }
        List<World> met = add(cases, condition, depth + 1);
        Node then = schema.get("then").orElse(null);
        List<World> all = new ArrayList<>(then == null ? met : add(met, then, depth + 1));
        Node other = schema.get("else").orElse(null);
        all.addAll(other == null ? cases : add(cases, other, depth + 1));
        return all;
    }

    Dialect dialect(ObjectNode schema) {
        return check.dialectOf(schema).orElse(Dialect.DRAFT_7);
    }

    private static List<Node> list(ObjectNode schema, String keyword) {
        return schema.array(keyword).map(ArrayNode::items).orElse(List.of());
    }
}
