package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.avro.AvroSchemas;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Info;
import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A whole document, in the shape of AsyncAPI 3.x. */
public final class DocumentAssembly {
    private final ObjectNode root;
    private final ObjectNode source;
    private final String specVersion;
    private final References references;
    private final AvroSchemas avro;
    private final SchemaAssembly schemas;
    private final MessageAssembly messages;
    private final ChannelAssembly channels;
    private final OperationAssembly operations;
    private final ServerAssembly servers;

    /**
     * @param root in the shape of 3.x
     * @param source as written
     */
    public DocumentAssembly(
            ObjectNode root,
            ObjectNode source,
            String specVersion,
            References references,
            AvroSchemas avro,
            Diagnostics diagnostics) {
        this.root = root;
        this.source = source;
        this.specVersion = specVersion;
        this.references = references;
        this.avro = avro;
        this.schemas = new SchemaAssembly(references, avro, specVersion, diagnostics);
        KafkaBindings kafka = new KafkaBindings(references);
        TraitMerge traits = new TraitMerge(references);
        Identities identities = new Identities(references);
        String contentType = root.string("defaultContentType").orElse(null);
        this.messages = new MessageAssembly(references, schemas, kafka, traits, contentType);
        this.channels = new ChannelAssembly(references, messages, kafka, identities);
        this.servers = new ServerAssembly(references, kafka);
        this.operations = new OperationAssembly(references, schemas, kafka, traits, identities);
    }

    public AsyncApiDocument assemble() {
        announceSchemas();
        avro.link();
        Map<String, Channel> byName = each("channels", channels::read);
        Map<String, Operation> operationsByName = each("operations", operations::read);
        return new AsyncApiDocument(
                specVersion,
                root.string("id").orElse(null),
                Vocabulary.codeName(root),
                info(),
                root.string("defaultContentType").orElse(null),
                each("servers", servers::read),
                byName,
                operationsByName,
                root,
                source,
                new Links(references.targets()));
    }

    /**
     * Every JSON Schema of the document, used or not, with the format it is read in. The shape of a document shows where
     * schemas stand; only the messages that use them show that some are in another language.
     */
    public List<SchemaUse> jsonSchemas(List<SchemaUse> byShape) {
        return schemas.jsonSchemas(byShape);
    }

    /** Every message of an assembled document, those of components too, each once. */
    public List<Message> messages(AsyncApiDocument document) {
        IdentityHashMap<ObjectNode, Message> byNode = new IdentityHashMap<>();
        List<Message> all = new ArrayList<>();
        Consumer<Message> take = message -> {
            if (byNode.putIfAbsent(message.node(), message) == null) {
                all.add(message);
            }
        };
        document.channels()
                .values()
                .forEach(channel -> channel.messages().values().forEach(take));
        root.object("components").ifPresent(components -> {
            members(components, "messages")
                    .forEach(member ->
                            messages.read(member.name(), member.value()).ifPresent(take));
            members(components, "channels")
                    .forEach(member -> references
                            .object(member.value())
                            .map(channel -> members(channel, "messages"))
                            .ifPresent(held -> held.forEach(message -> messages.read(message.name(), message.value())
                                    .ifPresent(take))));
        });
        return all;
    }

    /** All Avro schemas first, whether used or not: a name may be defined in any of them. */
    private void announceSchemas() {
        members(root, "channels").forEach(member -> channels.announce(member.value()));
        members(root, "operations").forEach(member -> operations.announce(member.value()));
        root.object("components").ifPresent(components -> {
            members(components, "schemas").forEach(member -> schemas.announce(member.value()));
            members(components, "messages").forEach(member -> messages.announce(member.value()));
            members(components, "channels").forEach(member -> channels.announce(member.value()));
        });
    }

    private Info info() {
        ObjectNode node = references.object(root, "info").orElse(root);
        return new Info(
                node.string("title").orElse(""),
                node.string("version").orElse(""),
                node.string("description").orElse(null),
                node);
    }

    private <T> Map<String, T> each(String field, BiFunction<String, Node, Optional<T>> read) {
        Map<String, T> parts = new LinkedHashMap<>();
        for (Member member : members(root, field)) {
            read.apply(member.name(), member.value()).ifPresent(part -> parts.put(member.name(), part));
        }
        return parts;
    }

    private static Collection<Member> members(ObjectNode node, String field) {
        return node.object(field).map(held -> held.members().values()).orElse(List.of());
    }
}
