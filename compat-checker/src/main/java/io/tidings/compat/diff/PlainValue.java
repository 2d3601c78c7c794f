package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values without their places, references within the document followed, so that two of them are equal when they say the
 * same: where it is said does not count, nor the order of members.
 */
final class PlainValue {

    /** References within references; further on, names are compared as they are written. */
    private static final int DEEPEST = 200;

    private final ObjectNode root;
    private final Map<String, Object> followed = new HashMap<>();
    private final Set<String> following = new HashSet<>();

    PlainValue(ObjectNode root) {
        this.root = root;
    }

    /** Maps, lists, strings, numbers, booleans; absent stands for null. */
    Object of(@Nullable Node node) {
        if (node instanceof ObjectNode object) {
            Optional<String> reference = object.string("$ref");
            return reference.isPresent() ? follow(object, reference.get()) : map(object);
        }
        if (node instanceof ArrayNode array) {
            List<Object> items = new ArrayList<>();
            array.items().forEach(item -> items.add(of(item)));
            return items;
        }
        return node instanceof ScalarNode scalar ? scalar(scalar.value()) : Optional.empty();
    }

    private Map<String, Object> map(ObjectNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Member member : object.members().values()) {
            members.put(member.name(), of(member.value()));
        }
        return members;
    }

    private static Object scalar(@Nullable Object value) {
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer).stripTrailingZeros();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value == null ? Optional.empty() : value;
    }

    /** Follows what stands in the document itself. Another file's name is compared as it is written. */
    private Object follow(ObjectNode from, String reference) {
        boolean local = reference.startsWith("#/")
                && from.location().file().equals(root.location().file());
        Object known = followed.get(reference);
        if (!local || known != null) {
            return known == null ? Map.of("$ref", reference) : known;
        }
        if (following.size() >= DEEPEST) {
            return Map.of("$ref", reference);
        }
        if (!following.add(reference)) {
            return Map.of("$ref", "(itself)");
        }
        Object value = target(reference).map(this::of).orElse(Map.of("$ref", reference));
        following.remove(reference);
        followed.put(reference, value);
        return value;
    }

    private Optional<Node> target(String reference) {
        Optional<Node> node = Optional.of(root);
        for (String step : reference.substring(2).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            node = node.flatMap(n -> n instanceof ObjectNode object ? object.get(name) : Optional.empty());
        }
        return node;
    }
}
