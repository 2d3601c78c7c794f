package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Located values as the library knows them. */
final class JsonValues {
    /** Arithmetic with exponents beyond this takes for ever; such numbers are compared as floating-point ones. */
    private static final int LARGEST_SCALE = 1000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    static JsonNode of(Node node) {
        if (node instanceof ObjectNode object) {
            tools.jackson.databind.node.ObjectNode copy = JSON.objectNode();
            object.members().forEach((name, member) -> copy.set(name, of(member.value())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            tools.jackson.databind.node.ArrayNode copy = JSON.arrayNode();
            array.items().forEach(item -> copy.add(of(item)));
            return copy;
        }
        return scalar(((ScalarNode) node).value());
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? JSON.numberNode(integer.longValue()) : JSON.numberNode(integer);
        }
        if (value instanceof BigDecimal decimal) {
            boolean small = Math.abs((long) decimal.scale()) <= LARGEST_SCALE;
            return small ? JSON.numberNode(decimal) : JSON.numberNode(bounded(decimal.doubleValue()));
        }
        // JSON has no infinities.
        return value instanceof Double number ? JSON.numberNode(bounded(number)) : JSON.stringNode(value.toString());
    }

    private static double bounded(double number) {
        return Double.isNaN(number) ? 0 : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
    }
}
