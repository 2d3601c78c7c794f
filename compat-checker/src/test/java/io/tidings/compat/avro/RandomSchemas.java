package io.tidings.compat.avro;

import io.tidings.compat.avro.Draft.Member;
import io.tidings.compat.avro.Draft.Named;
import io.tidings.compat.avro.Draft.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Pairs of schemas, the second a mutation of the first: small enough to often resolve, and with everything that makes
 * resolution hard: types that contain themselves and each other, unions, named types used twice, aliases, defaults, logical
 * types, namespaces.
 */
final class RandomSchemas {

    private static final List<String> PRIMITIVES =
            List.of("null", "boolean", "int", "long", "float", "double", "string", "bytes");
    /** Place, properties: what the specification defines, and what people name themselves. */
    private static final List<List<String>> LOGICAL = List.of(
            List.of("int", "date"),
            List.of("int", "time-millis"),
            List.of("long", "time-micros"),
            List.of("long", "timestamp-millis"),
            List.of("long", "timestamp-micros"),
            List.of("long", "timestamp-nanos"),
            List.of("long", "local-timestamp-millis"),
            List.of("string", "uuid"),
            List.of("bytes", "decimal"),
            List.of("string", "our-own"));

    private final Random random;
    private final Draft draft = new Draft();

    private RandomSchemas(Random random) {
        this.random = random;
    }

    /** Two schemas from one seed: a writer's, and a reader's that was changed in one to three places, or none. */
    static List<String> pair(long seed) {
        Random random = new Random(seed);
        RandomSchemas schemas = new RandomSchemas(random);
        schemas.make();
        Draft other = schemas.draft.copy();
        SchemaMutations mutations = new SchemaMutations(other, random);
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            mutations.mutate();
        }
        // Either may be the newer one.
        List<String> texts = List.of(schemas.draft.toString(), other.toString());
        return random.nextInt(3) == 0 ? List.of(texts.get(1), texts.get(0)) : texts;
    }

    private void make() {
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int kind = i == 0 ? 0 : random.nextInt(6);
            String space = random.nextInt(3) == 0 ? "m" : "n";
            draft.named.add(
                    switch (kind) {
                        case 4 -> enumeration(new Named("enum", space, "E" + i));
                        case 5 -> fixed(new Named("fixed", space, "F" + i));
                        default -> new Named(random.nextInt(12) == 0 ? "error" : "record", space, "R" + i);
                    });
        }
        for (int i = 0; i < count; i++) {
            Named type = draft.named.get(i);
            if (record(type)) {
                int members = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
                for (int f = 0; f < members; f++) {
                    Member member = new Member("f" + f, type(2, i));
                    DefaultText.maybe(draft, member, random);
                    type.members.add(member);
                }
            }
        }
        draft.root = random.nextInt(6) == 0 ? type(2, -1) : Place.named(0);
    }

    static boolean record(Named type) {
        return type.kind.equals("record") || type.kind.equals("error");
    }

    private Named enumeration(Named type) {
        type.symbols = new ArrayList<>(List.of("A", "B", "C").subList(0, 1 + random.nextInt(3)));
        type.fallback = random.nextInt(3) == 0 ? "A" : null;
        return type;
    }

    private Named fixed(Named type) {
        type.size = random.nextInt(5) == 0 ? 12 : 1 + random.nextInt(4);
        if (type.size == 12) {
            type.properties.put("logicalType", "\"duration\"");
        } else if (random.nextBoolean()) {
            type.properties.put("logicalType", "\"decimal\"");
            type.properties.put("precision", "2");
            type.properties.put("scale", String.valueOf(random.nextInt(3)));
        }
        return type;
    }

    /** A type within the record {@code owner}: a record before it is not to be contained without a way out. */
    private Place type(int depth, int owner) {
        int choice = random.nextInt(depth <= 0 ? 7 : 14);
        return switch (choice) {
            case 0, 1, 2, 3 -> new Place(PRIMITIVES.get(random.nextInt(8)));
            case 4 -> logical(random);
            case 5, 6 -> reference(owner);
            case 7, 8 -> new Place("array", type(depth - 1, -1));
            case 9 -> new Place("map", type(depth - 1, -1));
            default -> union(depth);
        };
    }

    static Place logical(Random random) {
        List<String> chosen = LOGICAL.get(random.nextInt(LOGICAL.size()));
        Place type = new Place(chosen.get(0));
        type.properties.put("logicalType", "\"" + chosen.get(1) + "\"");
        if (chosen.get(1).equals("decimal")) {
            type.properties.put("precision", String.valueOf(4 + random.nextInt(3)));
            type.properties.put("scale", String.valueOf(random.nextInt(3)));
        }
        return type;
    }

    private Place reference(int owner) {
        int named = random.nextInt(draft.named.size());
        boolean endless = owner >= 0 && named <= owner && record(draft.named.get(named));
        return endless ? new Place("union", new Place("null"), Place.named(named)) : Place.named(named);
    }

    private Place union(int depth) {
        Place union = new Place("union");
        if (random.nextInt(4) > 0) {
            union.parts.add(new Place("null"));
        }
        Set<String> kinds = new HashSet<>(List.of("null", "union"));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Place branch =
                    random.nextInt(2) == 0 ? Place.named(random.nextInt(draft.named.size())) : type(depth - 1, -1);
            if (kinds.add(branch.kind.equals("named") ? "named " + branch.named : branch.kind)) {
                union.parts.add(branch);
            }
        }
        if (union.parts.isEmpty()) {
            union.parts.add(new Place("int"));
        }
        return union;
    }
}
