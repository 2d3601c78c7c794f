package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One application's API.
 *
 * @param specVersion the {@code asyncapi} field, such as {@code 3.0.0}
 * @param codeName the name generated code should use for the API, from {@code x-tidings.name}
 * @param servers by key, in the order of the document
 * @param channels by key, in the order of the document
 * @param operations by key, in the order of the document
 * @param node the tree that this was read from, in the shape of 3.x
 * @param source the tree as written: of 2.x in its own shape, else the same as {@code node}
 * @param links where the references in the trees lead
 */
public record AsyncApiDocument(
        String specVersion,
        @Nullable String id,
        @Nullable String codeName,
        Info info,
        @Nullable String defaultContentType,
        Map<String, Server> servers,
        Map<String, Channel> channels,
        Map<String, Operation> operations,
        ObjectNode node,
        ObjectNode source,
        Links links)
        implements Element {

    public AsyncApiDocument {
        servers = Collections.unmodifiableMap(new LinkedHashMap<>(servers));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    }

    /**
     * The document and every part of it, each before what it holds, in the order of the document: info, servers, channels
     * with their messages, operations with their replies and replicas. A message comes once, with its channel. What kind an
     * element is says its class:
     *
     * <pre>{@code
     * document.elements()
     *         .filter(Message.class::isInstance)
     *         .map(Message.class::cast)
     *         .filter(message -> message.payload() == null)
     *         .forEach(message -> System.out.println(message.location() + ": " + message.name() + " has no payload"));
     * }</pre>
     *
     * <p>For all that the model does not name, {@link io.tidings.asyncapi.source.Nodes#walk} goes through the tree.
     */
    public Stream<Element> elements() {
        Stream<Element> inChannels = channels.values().stream()
                .flatMap(channel -> Stream.concat(Stream.of(channel), channel.messages().values().stream()));
        Stream<Element> inOperations = operations.values().stream().flatMap(AsyncApiDocument::parts);
        return Stream.of(Stream.of(this, info), servers.values().stream(), inChannels, inOperations)
                .flatMap(Function.identity());
    }

    private static Stream<Element> parts(Operation operation) {
        return Stream.concat(
                Stream.of(operation),
                Stream.concat(
                        Stream.ofNullable(operation.reply()),
                        Stream.ofNullable(operation.extension().replica())));
    }

    /** The file it was read from. */
    public String file() {
        return location().file();
    }
}
