package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageType;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * A kind of message that feeds a view.
 *
 * @param channel where the owner publishes it; it must have keys, of the same type in all feeds of a view
 * @param type what is read; its schema is the payload's, or a part of it with the payload's full name as an alias
 * @param version what orders the events of a key, over all feeds of the view
 * @param deletes how this channel says that an entity is gone
 * @param effect what a message does to its row
 * @param <K> the keys
 * @param <T> the messages
 * @param <V> the rows
 */
public record Feed<K, T, V>(
        Channel<K> channel, MessageType<T> type, VersionSource version, Deletes deletes, Effect<T, V> effect) {

    /** What a message does to its row. */
    public sealed interface Effect<T, V> {

        /** It is the row. */
        record Row<V>() implements Effect<V, V> {}

        /**
         * It holds the row.
         *
         * @param revision a name for what the projection does: whoever changes it, so that rows come out differently, changes the
         *     name, and the view is built anew
         */
        record Projected<T, V>(String revision, Function<? super T, ? extends V> projection) implements Effect<T, V> {}

        /**
         * It changes the row.
         *
         * @param revision as in {@link Projected}
         */
        record Folded<T, V>(String revision, RowFold<? super T, V> fold) implements Effect<T, V> {}

        /** It says that the entity is gone. */
        record Deleted<T, V>() implements Effect<T, V> {}
    }

    /**
     * Checks what is given.
     *
     * @throws IllegalArgumentException if the type is no record, or the version field is not in it or no integer
     */
    public Feed {
        requireNonNull(channel, "channel");
        requireNonNull(deletes, "deletes");
        requireNonNull(effect, "effect");
        if (type.schema().getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("'" + type.name() + "' is not a record");
        }
        if (version instanceof VersionSource.Field field) {
            checkVersionField(type.schema(), field.name());
        }
    }

    /** Messages that are rows. */
    public static <K, V> Feed<K, V, V> of(
            Channel<K> channel, MessageType<V> type, VersionSource version, Deletes deletes) {
        return new Feed<>(channel, type, version, deletes, new Effect.Row<>());
    }

    /** Messages of which rows are made: an older major, say. */
    public static <K, T, V> Feed<K, T, V> projected(
            Channel<K> channel,
            MessageType<T> type,
            VersionSource version,
            Deletes deletes,
            String revision,
            Function<? super T, ? extends V> projection) {
        return new Feed<>(channel, type, version, deletes, new Effect.Projected<>(revision, projection));
    }

    /** Messages that change rows. */
    public static <K, T, V> Feed<K, T, V> folded(
            Channel<K> channel,
            MessageType<T> type,
            VersionSource version,
            Deletes deletes,
            String revision,
            RowFold<? super T, V> fold) {
        return new Feed<>(channel, type, version, deletes, new Effect.Folded<>(revision, fold));
    }

    /** Messages that say that an entity is gone. */
    public static <K, T, V> Feed<K, T, V> deleted(Channel<K> channel, MessageType<T> type, VersionSource version) {
        return new Feed<>(channel, type, version, Deletes.NONE, new Effect.Deleted<>());
    }

    /** What decides which rows come out of it. */
    String fingerprint() {
        return channel.address()
                + "|" + channel.keyType()
                + "|" + version
                + "|" + deletes
                + "|" + effectName()
                + "|" + SchemaText.of(type.schema());
    }

    /** What it does to rows: equal for feeds that do the same to rows of different schemas. */
    String identity() {
        String type = effect instanceof Effect.Row ? type().name() : Fingerprint.of(SchemaText.of(type().schema()));
        return Stream.of(channel.address(), channel.keyType(), version, deletes, effectName(), type)
                .map(String::valueOf)
                .collect(Collectors.joining("|"))
                .replace('\n', ' ');
    }

    private String effectName() {
        if (effect instanceof Effect.Projected<T, V> projected) {
            return "projected " + projected.revision();
        }
        if (effect instanceof Effect.Folded<T, V> folded) {
            return "folded " + folded.revision();
        }
        return effect instanceof Effect.Deleted ? "deleted" : "row";
    }

    private static void checkVersionField(Schema schema, String name) {
        Schema.Field field = schema.getField(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    "its record has no field '" + name + "' to take the version from; add it to the fields");
        }
        boolean integer = field.schema().isUnion()
                ? field.schema().getTypes().stream().anyMatch(Feed::isInteger)
                : isInteger(field.schema());
        if (!integer) {
            throw new IllegalArgumentException(
                    "the version field '" + name + "' is " + field.schema() + ", not a long or int");
        }
    }

    private static boolean isInteger(Schema schema) {
        return (schema.getType() == Schema.Type.LONG || schema.getType() == Schema.Type.INT)
                && schema.getLogicalType() == null;
    }
}
