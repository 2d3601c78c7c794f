package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-tidings.replica}: the local copy of another service's data that a receive operation feeds. Where several
 * operations feed one view, {@link DeclaredView} brings together what they say.
 *
 * @param view what the copy is called
 * @param key the field that holds the key as well, where it is said
 * @param fields the fields of the payload to keep, in the order given; empty for all
 * @param row what a row is, where it is no part of a payload
 * @param indexes what rows can be found by, besides their key
 * @param versionField the payload's field that carries the entity's version; null where it is the message's entity-version
 *     header
 * @param deletes how the owner says that an entity is gone
 * @param deleteMessage the message that says so; null unless {@code deletes} is {@link Deletes#MESSAGE}
 * @param folded whether a fold in Java makes rows of what is received
 * @param store where the copy lives
 * @param copy how much of it an instance holds
 * @param failAfter how old the copy may be and still be asked; null where it always answers
 * @param joins the views that are read together with this one
 */
public record ReplicaDeclaration(
        String view,
        @Nullable String key,
        List<String> fields,
        @Nullable MessageSchema row,
        List<Index> indexes,
        @Nullable String versionField,
        Deletes deletes,
        @Nullable DeleteMessage deleteMessage,
        boolean folded,
        Store store,
        Copy copy,
        @Nullable Duration failAfter,
        List<Join> joins,
        ObjectNode node)
        implements Element {

    public ReplicaDeclaration {
        fields = List.copyOf(fields);
        indexes = List.copyOf(indexes);
        joins = List.copyOf(joins);
    }

    /** How the owner says that an entity is gone. */
    public enum Deletes {
        /** A record without a payload, its version in a header. */
        TOMBSTONE,
        /** Entities are never deleted. */
        NONE,
        /** A message of its own. */
        MESSAGE
    }

    /** Where a copy lives. */
    public enum Store {
        ROCKSDB,
        MEMORY,
        /** In the service's database, where all instances share it. */
        SQL
    }

    /** How much of a copy an instance holds. */
    public enum Copy {
        /** The keys of its partitions. */
        PARTITIONED,
        /** All. */
        FULL
    }

    /**
     * What rows can be found by.
     *
     * @param fields of the row, at least one
     */
    public record Index(String name, List<String> fields) {
        public Index {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The message that says that an entity is gone.
     *
     * @param name the message's key in its channel, or its name
     * @param versionField as that of the replica
     */
    public record DeleteMessage(String name, @Nullable String versionField) {

        /** Whether it is this one. */
        public boolean is(Message message) {
            return message.key().equals(name) || message.name().equals(name);
        }
    }

    /**
     * Another view whose row belongs to a row of this one.
     *
     * @param field of this view's row, which holds the other's key; null where both have the same key
     * @param as what it is called
     */
    public record Join(String view, @Nullable String field, String as) {}
}
