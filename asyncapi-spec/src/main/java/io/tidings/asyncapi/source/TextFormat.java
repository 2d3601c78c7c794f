package io.tidings.asyncapi.source;

import java.nio.file.Path;
import java.util.Locale;

/** How a tree is written as text. What is written ends in one line feed, and is the same for the same tree. */
public enum TextFormat {
    /**
     * YAML 1.2, as a person would write it: block style, no anchors, texts of several lines as literal blocks. A text is
     * quoted only where a reader of YAML 1.2 or of YAML 1.1 would take it for something else, such as {@code yes}, {@code
     * 1.10} or {@code 2024-01-01}.
     */
    YAML,

    /** JSON (RFC 8259), indented by two spaces. It has no infinities and no NaN: they become texts. */
    JSON;

    /** By the name of the file: JSON where it ends in {@code .json}, as for reading, else YAML. */
    public static TextFormat of(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
    }

    /** The text of a tree. */
    public String write(Node root) {
        return this == JSON ? new JsonWriter().write(root) : new YamlWriter().write(root);
    }
}
