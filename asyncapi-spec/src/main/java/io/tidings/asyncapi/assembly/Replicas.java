package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.ReplicaDeclaration.Copy;
import io.tidings.asyncapi.model.ReplicaDeclaration.DeleteMessage;
import io.tidings.asyncapi.model.ReplicaDeclaration.Deletes;
import io.tidings.asyncapi.model.ReplicaDeclaration.Index;
import io.tidings.asyncapi.model.ReplicaDeclaration.Join;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code x-tidings.replica}. What the grammar has refused counts as absent. */
final class Replicas {
    private final SchemaAssembly schemas;

    Replicas(SchemaAssembly schemas) {
        this.schemas = schemas;
    }

    /** Makes the names that a row's schema defines known to all others. */
    void announce(ObjectNode operation) {
        operation
                .object("x-tidings")
                .flatMap(said -> said.object("replica"))
                .flatMap(replica -> replica.get("row"))
                .ifPresent(schemas::announce);
    }

    ReplicaDeclaration read(ObjectNode node) {
        ObjectNode ending = node.object("deletes").orElse(null);
        String versionField = versionField(node).orElse(null);
        return new ReplicaDeclaration(
                node.string("view").orElse(""),
                node.string("key").orElse(null),
                texts(node, "fields"),
                schemas.read(node.get("row").orElse(null)),
                items(node, "indexes").stream()
                        .flatMap(index -> index(index).stream())
                        .toList(),
                versionField,
                ending != null
                        ? Deletes.MESSAGE
                        : Vocabulary.word(node, "deletes", Deletes.values()).orElse(Deletes.TOMBSTONE),
                ending == null ? null : deleteMessage(ending, versionField),
                node.string("fold").filter("typed"::equals).isPresent(),
                Vocabulary.word(node, "store", Store.values()).orElse(Store.ROCKSDB),
                Vocabulary.word(node, "copy", Copy.values()).orElse(Copy.PARTITIONED),
                node.object("staleness").map(Replicas::failAfter).orElse(null),
                items(node, "joins").stream()
                        .flatMap(join -> join(join).stream())
                        .toList(),
                node);
    }

    /** Whoever says nothing of its version means the replica's. */
    private static DeleteMessage deleteMessage(ObjectNode ending, @Nullable String versionField) {
        return new DeleteMessage(
                ending.string("message").orElse(""),
                ending.get("version").isPresent() ? versionField(ending).orElse(null) : versionField);
    }

    private static Optional<String> versionField(ObjectNode node) {
        return node.object("version").flatMap(version -> version.string("field"));
    }

    private static Optional<Index> index(Node node) {
        if (node instanceof ObjectNode index) {
            List<String> fields = texts(index, "fields");
            return fields.isEmpty() ? Optional.empty() : index.string("name").map(name -> new Index(name, fields));
        }
        return node.text().map(field -> new Index(field, List.of(field)));
    }

    private static Optional<Join> join(Node node) {
        return node instanceof ObjectNode join
                ? join.string("view")
                        .map(view -> new Join(
                                view,
                                join.object("on")
                                        .flatMap(on -> on.string("field"))
                                        .orElse(null),
                                join.string("as").orElse(view)))
                : Optional.empty();
    }

    private static @Nullable Duration failAfter(ObjectNode staleness) {
        try {
            return staleness.string("failAfter").map(Duration::parse).orElse(null);
        } catch (DateTimeException e) {
            return null; // which the grammar has said
        }
    }

    private static List<String> texts(ObjectNode node, String field) {
        return items(node, field).stream()
                .map(Node::text)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Node> items(ObjectNode node, String field) {
        return node.array(field).map(ArrayNode::items).orElse(List.of());
    }
}
