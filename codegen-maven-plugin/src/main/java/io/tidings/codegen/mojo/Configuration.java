package io.tidings.codegen.mojo;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a goal as a text: every field that is not Maven's own. A parameter that somebody adds counts without
 * further ado; forgetting one would leave old sources standing.
 */
final class Configuration {

    private Configuration() {}

    static String of(AbstractMojo goal) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type = goal.getClass(); type != null && type != AbstractMojo.class; type = type.getSuperclass()) {
            append(text, goal, type);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object holder, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !isMavens(field.getType())) {
                text.append(field.getName()).append('=');
                append(text, value(field, holder));
                text.append('\n');
            }
        }
    }

    private static boolean isMavens(Class<?> type) {
        return type.getName().startsWith("org.apache.maven.") || type.getName().startsWith("org.eclipse.aether.");
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Collection<?> values) {
            list(text, values);
        } else if (value instanceof Object[] values) {
            list(text, Arrays.asList(values));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            list(
                    text,
                    sorted.entrySet().stream()
                            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                            .collect(Collectors.toList())); // a value may be null
        } else if (value == null
                || value instanceof Enum
                || value.getClass().getName().startsWith("java.")) {
            text.append(value);
        } else {
            text.append('{');
            append(text, value, value.getClass());
            text.append('}');
        }
    }

    private static void list(StringBuilder text, Collection<?> values) {
        text.append('[');
        values.forEach(value -> {
            append(text, value);
            text.append(',');
        });
        text.append(']');
    }

    private static @Nullable Object value(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " can be read: it has been made accessible", e);
        }
    }
}
