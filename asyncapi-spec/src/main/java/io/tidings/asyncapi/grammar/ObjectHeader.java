package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.grammar.ObjectType.Field;
import io.tidings.asyncapi.grammar.ObjectType.Others;
import io.tidings.asyncapi.grammar.ObjectType.Versions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The line that begins an object. */
record ObjectHeader(
        String name,
        String title,
        Others others,
        @Nullable String openSince,
        boolean marker,
        @Nullable String selector,
        @Nullable Versions versions,
        @Nullable String like) {

    /**
     * @param words what stands behind the title
     */
    static ObjectHeader of(String name, String title, String words) {
        ArrayDeque<String> left = new ArrayDeque<>(List.of(words.trim().split("\\s+", -1)));
        Others others = Others.REFUSED;
        String openSince = null;
        String selector = null;
        Versions versions = null;
        String like = null;
        while (!left.isEmpty()) {
            String word = left.remove();
            switch (word) {
                case "" -> {}
                case "open" -> {
                    boolean from = "since".equals(left.peek()) && left.remove() != null;
                    openSince = from ? left.remove() : null;
                    others = from ? others : Others.ALLOWED;
                }
                case "lenient" -> others = Others.WARNED;
                case "by" -> selector = left.remove();
                case "like" -> like = left.remove();
                case "version" -> {
                    versions = new Versions(left.remove(), new ArrayList<>(left));
                    left.clear();
                }
                default -> throw new IllegalStateException("cannot read '" + word + "' behind " + name);
            }
        }
        return new ObjectHeader(name, title, others, openSince, false, selector, versions, like);
    }

    ObjectType type(String group, Map<String, Field> own, Map<String, String> misplaced, @Nullable ObjectType basis) {
        Map<String, Field> fields = new LinkedHashMap<>(basis == null ? Map.of() : basis.fields());
        fields.putAll(own);
        Map<String, String> hints = new LinkedHashMap<>(basis == null ? Map.of() : basis.misplaced());
        hints.putAll(misplaced);
        fields.keySet().forEach(hints::remove);
        return new ObjectType(name, title, group, others, openSince, marker, selector, versions, fields, hints);
    }
}
