package io.tidings.compat.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that the keyword {@code type} names. A number without a fraction is an integer, {@code 1.0} too. */
public enum JsonType {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    /** As a schema writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<JsonType> named(@Nullable Object label) {
        for (JsonType type : values()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Of a value as {@link JsonValue} makes them. */
    static JsonType of(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 || number.scale() <= 0 ? INTEGER : NUMBER;
        }
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        return value instanceof Map ? OBJECT : value instanceof List ? ARRAY : NULL;
    }
}
