package io.tidings.asyncapi.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The YAML 1.2 core schema: what a plain scalar means. */
final class CoreScalars {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,9})?");

    /** Longer digits are kept as text: parsing them costs more than linear time, and nobody means them as numbers. */
    private static final int LONGEST_NUMBER = 1_000;

    private CoreScalars() {}

    static @Nullable Object resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    /** The number a text writes, or the text itself where it writes none. */
    static Object number(String text) {
        char first = text.charAt(0);
        boolean mayBeNumber = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (!mayBeNumber || text.length() > LONGEST_NUMBER) {
            return text;
        }
        if (INTEGER.matcher(text).matches()) {
            return new BigInteger(first == '+' ? text.substring(1) : text);
        }
        if (text.startsWith("0x") && text.matches("0x[0-9a-fA-F]+")) {
            return new BigInteger(text.substring(2), 16);
        }
        if (text.startsWith("0o") && text.matches("0o[0-7]+")) {
            return new BigInteger(text.substring(2), 8);
        }
        return FLOAT.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
