package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages. */
final class MessageAssembly {
    private final References references;
    private final SchemaAssembly schemas;
    private final KafkaBindings kafka;
    private final TraitMerge traits;
    private final @Nullable String defaultContentType;
    private final IdentityHashMap<ObjectNode, ObjectNode> merged = new IdentityHashMap<>();

    MessageAssembly(
            References references,
            SchemaAssembly schemas,
            KafkaBindings kafka,
            TraitMerge traits,
            @Nullable String defaultContentType) {
        this.references = references;
        this.schemas = schemas;
        this.kafka = kafka;
        this.traits = traits;
        this.defaultContentType = defaultContentType;
    }

    /** Makes the names its Avro schemas define known to all others. */
    void announce(Node written) {
        references.object(written).map(this::withTraits).ifPresent(node -> {
            schemas.announce(node.get("payload").orElse(null));
            schemas.announce(node.get("headers").orElse(null));
            schemas.announce(key(node));
        });
    }

    Optional<Message> read(String key, Node written) {
        return references.object(written).map(this::withTraits).map(node -> message(key, node));
    }

    private Message message(String key, ObjectNode node) {
        Optional<ObjectNode> binding = kafka.of(node);
        MessageSchema headers = schemas.read(node.get("headers").orElse(null));
        return new Message(
                key,
                node.string("name").orElse(key),
                node.string("title").orElse(null),
                node.string("summary").orElse(null),
                node.string("description").orElse(null),
                node.string("contentType").orElse(defaultContentType),
                schemas.read(node.get("payload").orElse(null)),
                headers,
                new HeaderAssembly(references).read(headers),
                schemas.read(key(node)),
                binding.flatMap(b -> b.string("schemaIdLocation")).orElse("payload"),
                binding.flatMap(b -> b.string("schemaLookupStrategy")).orElse(null),
                binding.flatMap(b -> b.string("schemaIdPayloadEncoding")).orElse(null),
                references
                        .object(node, "correlationId")
                        .flatMap(id -> id.string("location"))
                        .orElse(null),
                Vocabulary.codeName(node),
                node);
    }

    private @Nullable Node key(ObjectNode node) {
        return kafka.of(node).flatMap(binding -> binding.get("key")).orElse(null);
    }

    private ObjectNode withTraits(ObjectNode node) {
        ObjectNode known = merged.get(node);
        if (known == null) {
            known = traits.apply(node);
            merged.put(node, known);
        }
        return known;
    }
}
