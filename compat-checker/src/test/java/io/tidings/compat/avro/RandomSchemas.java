package io.tidings.compat.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Pairs of schemas, the second a mutation of the first: small enough to often resolve, and with everything that makes
 * resolution hard: recursion, unions, aliases, defaults, enums, promotions, namespaces. Text, since Avro's own builder
 * refuses to build what was not thought of.
 */
final class RandomSchemas {

    private static final List<String> PRIMITIVES =
            List.of("null", "boolean", "int", "long", "float", "double", "string", "bytes");

    private final Random random;
    private final boolean mutating;
    private int names;
    private final List<String> records = new ArrayList<>();

    private RandomSchemas(long seed, boolean mutating) {
        this.random = new Random(seed);
        this.mutating = mutating;
    }

    /** Two schemas from one seed: the same random choices, with some turned another way for the second. */
    static List<String> pair(long seed) {
        return List.of(new RandomSchemas(seed, false).root(), new RandomSchemas(seed, true).root());
    }

    private String root() {
        return record(3);
    }

    /** One of the two: the other one only in the mutation, and seldom. */
    private String either(String one, Supplier<String> other) {
        boolean turn = random.nextInt(12) == 0;
        return mutating && turn ? other.get() : one;
    }

    private String type(int depth) {
        int choice = random.nextInt(depth <= 0 ? 8 : 14);
        if (choice < 8) {
            String primitive = PRIMITIVES.get(choice);
            String other = PRIMITIVES.get(random.nextInt(8));
            return quote(either(primitive, () -> other));
        }
        return switch (choice) {
            case 8 -> "{\"type\":\"array\",\"items\":" + type(depth - 1) + "}";
            case 9 -> "{\"type\":\"map\",\"values\":" + type(depth - 1) + "}";
            case 10 -> enumeration();
            case 11 -> fixed();
            case 12 -> record(depth - 1);
            default -> union(depth - 1);
        };
    }

    private String union(int depth) {
        boolean recursive = !records.isEmpty() && random.nextInt(3) == 0;
        String named = recursive ? quote(records.get(random.nextInt(records.size()))) : record(depth);
        String other = PRIMITIVES.get(1 + random.nextInt(7));
        String more = either("", () -> "," + quote(other.equals("int") ? "boolean" : "int"));
        boolean dropNull = random.nextInt(12) == 0 && mutating;
        return "[" + (dropNull ? "" : "\"null\",") + named + "," + quote(other) + more + "]";
    }

    private String enumeration() {
        String name = "E" + names++;
        String symbols = either("\"A\",\"B\"", () -> random.nextBoolean() ? "\"A\"" : "\"A\",\"B\",\"C\"");
        String fallback = random.nextInt(3) == 0 ? ",\"default\":\"A\"" : "";
        return "{\"type\":\"enum\"," + name(name) + ",\"symbols\":[" + symbols + "]" + fallback + "}";
    }

    private String fixed() {
        String name = "F" + names++;
        return "{\"type\":\"fixed\"," + name(name) + ",\"size\":" + either("2", () -> "3") + "}";
    }

    /** A name that changes with or without an alias, or only in its namespace. */
    private String name(String name) {
        String alias = random.nextBoolean() ? ",\"aliases\":[\"n." + name + "\"]" : "";
        String renamed = either("n." + name, () -> random.nextBoolean() ? "n.X" + name : "m." + name);
        return "\"name\":" + quote(renamed) + (renamed.startsWith("n.X") ? alias : "");
    }

    private String record(int depth) {
        String name = "R" + names++;
        String named = name(name);
        String full = named.substring("\"name\":\"".length(), named.indexOf('"', "\"name\":\"".length()));
        records.add(full);
        List<String> fields = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String type = type(depth - 1);
            String field = "f" + i;
            boolean gone = random.nextInt(15) == 0 && mutating;
            String called = either(field, () -> "g" + names + random.nextInt(3));
            String alias = !called.equals(field) && random.nextBoolean() ? ",\"aliases\":[" + quote(field) + "]" : "";
            if (!gone) {
                fields.add("{\"name\":" + quote(called) + alias + ",\"type\":" + type + "}");
            }
        }
        boolean added = random.nextInt(8) == 0;
        boolean fallback = random.nextInt(3) > 0;
        if (mutating && added) {
            fields.add("{\"name\":\"extra\",\"type\":[\"null\",\"int\"]" + (fallback ? ",\"default\":null" : "") + "}");
        }
        records.remove(full);
        return "{\"type\":\"record\"," + named + ",\"fields\":[" + String.join(",", fields) + "]}";
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }
}
