package io.tidings.compat.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between Java's own maps and lists, JSON text, and values as the search makes them. */
final class JsonTexts {

    private JsonTexts() {}

    /** As the search makes them. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put(String.valueOf(key), plain(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        return value instanceof Number number ? JsonValue.number(new BigDecimal(number.toString())) : value;
    }

    /** A member that is an object; an empty one where it is none. */
    static Map<?, ?> object(Object map, String member) {
        return map instanceof Map<?, ?> members && members.get(member) instanceof Map<?, ?> object ? object : Map.of();
    }

    static String text(Object value) {
        return JsonValue.text(plain(value), 100_000);
    }
}
