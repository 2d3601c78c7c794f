package io.tidings.compat.json;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON values as maps, lists, strings, booleans, {@link BigDecimal} without trailing zeros, and {@link #NULL}: equal where
 * JSON Schema calls them equal.
 */
public final class JsonValue {

    /** JSON's null. */
    static final Object NULL = Null.NULL;

    private enum Null {
        NULL
    }

    private JsonValue() {}

    static Object of(Node node) {
        if (node instanceof ObjectNode object) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (Member member : object.members().values()) {
                members.put(member.name(), of(member.value()));
            }
            return members;
        }
        if (node instanceof ArrayNode array) {
            List<Object> items = new ArrayList<>();
            array.items().forEach(item -> items.add(of(item)));
            return items;
        }
        Object value = ((ScalarNode) node).value();
        if (value instanceof BigInteger integer) {
            return number(new BigDecimal(integer));
        }
        if (value instanceof BigDecimal decimal) {
            return number(decimal);
        }
        // Infinity and NaN are no JSON: as strings they are at least no numbers.
        return value == null ? NULL : value instanceof Double ? value.toString() : value;
    }

    static BigDecimal number(BigDecimal value) {
        return value.stripTrailingZeros();
    }

    static BigDecimal number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** As JSON, cut where it gets longer than people read. */
    public static String text(Object value, int most) {
        StringBuilder out = new StringBuilder();
        write(value, out, most);
        if (out.length() <= most) {
            return out.toString();
        }
        int end = Character.isHighSurrogate(out.charAt(most - 1)) ? most - 1 : most;
        return out.substring(0, end) + "…";
    }

    private static void write(Object value, StringBuilder out, int most) {
        if (out.length() > most) {
            return;
        }
        if (value instanceof Map<?, ?> members) {
            String comma = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(comma);
                quote(String.valueOf(member.getKey()), out);
                out.append(':');
                write(member.getValue(), out, most);
                comma = ",";
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> items) {
            out.append('[');
            for (int i = 0; i < items.size() && out.length() <= most; i++) {
                out.append(i == 0 ? "" : ",");
                write(items.get(i), out, most);
            }
            out.append(']');
        } else if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof BigDecimal number) {
            out.append(Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString());
        } else {
            out.append(value == NULL ? "null" : value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
