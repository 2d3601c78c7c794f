package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application's API.
 *
 * @param specVersion the {@code asyncapi} field, such as {@code 3.0.0}
 * @param servers by key, in the order of the document
 * @param channels by key, in the order of the document
 * @param operations by key, in the order of the document
 * @param node the tree that this was read from, in the shape of 3.x
 * @param source the tree as written: of 2.x in its own shape, else the same as {@code node}
 */
public record AsyncApiDocument(
        String specVersion,
        @Nullable String id,
        Info info,
        @Nullable String defaultContentType,
        Map<String, Server> servers,
        Map<String, Channel> channels,
        Map<String, Operation> operations,
        ObjectNode node,
        ObjectNode source)
        implements Element {

    public AsyncApiDocument {
        servers = Collections.unmodifiableMap(new LinkedHashMap<>(servers));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    }

    /** The file it was read from. */
    public String file() {
        return location().file();
    }
}
