package io.tidings.compat.json;

import java.util.regex.Pattern;

/** Writes paths into values: {@code .lines[].price}. */
public final class Steps {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

    private Steps() {}

    public static String property(String name) {
        return PLAIN.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    public static String item(int index) {
        return "[" + index + "]";
    }
}
