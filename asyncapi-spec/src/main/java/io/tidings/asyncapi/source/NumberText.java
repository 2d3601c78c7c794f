package io.tidings.asyncapi.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is no text, as both YAML and JSON write it. */
final class NumberText {
    private NumberText() {}

    /** Digits are kept as read: 1.0 and 1.50 stay so, and no integer becomes a fraction or the other way round. */
    static String of(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            String text = number.toString();
            boolean fraction = text.indexOf('.') >= 0 || text.indexOf('E') >= 0;
            return fraction ? text : text + ".0"; // written as 1. or 1e0
        }
        return String.valueOf(value);
    }
}
