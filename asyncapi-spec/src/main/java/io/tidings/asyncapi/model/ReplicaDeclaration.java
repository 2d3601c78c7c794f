package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-tidings.replica}: the local copy of another service's data that a receive operation feeds.
 *
 * @param view what the copy is called
 * @param fields the fields of the payload to keep, in the order given; empty for all
 * @param versionField the payload's field that carries the entity's version; null where it is the message's entity-version
 *     header
 * @param deletes how the owner says that an entity is gone
 * @param store where the copy lives
 */
public record ReplicaDeclaration(
        String view, List<String> fields, @Nullable String versionField, Deletes deletes, Store store, ObjectNode node)
        implements Element {

    public ReplicaDeclaration {
        fields = List.copyOf(fields);
    }

    /** How the owner says that an entity is gone. */
    public enum Deletes {
        /** A record without a payload, its version in a header. */
        TOMBSTONE,
        /** Entities are never deleted. */
        NONE
    }

    /** Where a copy lives. */
    public enum Store {
        ROCKSDB,
        MEMORY
    }
}
