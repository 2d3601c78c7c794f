package io.tidings.codegen.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a kind of message that its sender decides: not those that are always the same, or that the runtime fills in.
 *
 * @param type the record
 * @param message whose headers they are, as the document calls it
 * @param headers not empty
 */
public record HeadersPlan(JavaName type, String message, List<Header> headers) {

    public HeadersPlan {
        headers = List.copyOf(headers);
    }

    /**
     * A header.
     *
     * @param name on the wire
     * @param component of the record
     * @param choice its enum, where it is one of several texts
     * @param required whether every message has it
     */
    public record Header(
            String name,
            String component,
            HeaderKind kind,
            @Nullable Choice choice,
            boolean required,
            Documentation documentation) {}

    /**
     * An enum inside the record.
     *
     * @param constants the texts by the names of their constants
     * @param unknown the constant for a text that this version of the document does not know
     */
    public record Choice(String typeName, Map<String, String> constants, String unknown) {
        public Choice {
            constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        }
    }

    /** Whether a message needs none of them. */
    public boolean optional() {
        return headers.stream().noneMatch(Header::required);
    }
}
