package io.tidings.codegen.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of something in prose, raw: it may hold anything, and is made fit for javadoc when it is emitted.
 *
 * @param paragraphs without blank ones
 */
public record Documentation(List<String> paragraphs) {

    /** Nothing said. */
    public static final Documentation NONE = new Documentation(List.of());

    public Documentation {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The summary, or else the title; then the description, unless it says the same. */
    static Documentation of(@Nullable String title, @Nullable String summary, @Nullable String description) {
        return new Documentation(Stream.of(summary != null ? summary : title, description)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList());
    }
}
