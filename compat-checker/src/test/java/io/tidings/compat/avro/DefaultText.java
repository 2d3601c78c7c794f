package io.tidings.compat.avro;

import io.tidings.compat.avro.Draft.Member;
import io.tidings.compat.avro.Draft.Named;
import io.tidings.compat.avro.Draft.Place;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Defaults as JSON. */
final class DefaultText {

    private DefaultText() {}

    static void maybe(Draft draft, Member member, Random random) {
        if (random.nextInt(3) == 0) {
            member.fallback = of(draft, member.type, random, 3);
        }
    }

    /** A default of a type; null where none ends soon. */
    static @Nullable String of(Draft draft, Place type, Random random, int depth) {
        if (depth < 0) {
            return null;
        }
        return switch (type.kind) {
            case "null" -> "null";
            case "boolean" -> "true";
            case "int", "long" -> String.valueOf(random.nextInt(3));
            case "float", "double" -> "1.5";
            case "string" -> "\"d\"";
            // Each character stands for a byte.
            case "bytes" -> "\"\\u00ff\"";
            case "array" -> "[]";
            case "map" -> "{}";
            case "union" -> of(draft, type.parts.get(random.nextInt(type.parts.size())), random, depth - 1);
            default -> named(draft, draft.named.get(type.named), random, depth);
        };
    }

    private static @Nullable String named(Draft draft, Named named, Random random, int depth) {
        if (named.kind.equals("enum")) {
            return "\"" + named.symbols.get(0) + "\"";
        }
        if (named.kind.equals("fixed")) {
            return "\"" + "x".repeat(named.size) + "\"";
        }
        boolean endless = named.members.stream()
                .anyMatch(member -> member.fallback == null && of(draft, member.type, random, depth - 1) == null);
        return endless
                ? null
                : named.members.stream()
                        .filter(member -> member.fallback == null)
                        .map(member -> "\"" + member.name + "\":" + of(draft, member.type, random, depth - 1))
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
