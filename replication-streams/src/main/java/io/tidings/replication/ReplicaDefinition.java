package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.serde.AvroKey;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * What to replicate, and into what.
 *
 * <p>Other kinds of messages on the channel are passed over.
 *
 * @param view its name: letters, digits, dot, hyphen and underscore, since topics and directories are named after it
 * @param channel where the owner publishes; it must have keys
 * @param type the rows: an Avro record class whose schema is the payload's record reduced to the wanted fields, with the
 *     payload's full name as an alias
 * @param version what orders the events of a key
 */
public record ReplicaDefinition<K, V>(
        String view, Channel<K> channel, MessageType<V> type, VersionSource version, Deletes deletes, StoreKind store) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /**
     * Checks what is given.
     *
     * @throws IllegalArgumentException if the name does not suit a topic, the channel has no keys or framed ones, the type is
     *     no record, or the version field is not in it or no integer
     */
    public ReplicaDefinition {
        requireNonNull(deletes, "deletes");
        requireNonNull(store, "store");
        if (!NAME.matcher(view).matches()) {
            throw new IllegalArgumentException(
                    "A view is named with 1 to 80 letters, digits, dots, hyphens and underscores, not '" + view + "'");
        }
        if (channel.keyType() == KeyType.NONE) {
            throw refused(view, "channel '" + channel.name() + "' has no keys, so there is nothing to keep rows by");
        }
        if (channel.keyType() instanceof AvroKey<?> key && key.framed()) {
            throw refused(
                    view,
                    "the keys of channel '" + channel.name()
                            + "' bear their schema's id: each new version of it would be another row");
        }
        if (type.schema().getType() != Schema.Type.RECORD) {
            throw refused(view, "'" + type.name() + "' is not a record");
        }
        if (version instanceof VersionSource.Field field) {
            checkVersionField(view, type.schema(), field.name());
        }
    }

    /** Rows on disk, deletes by tombstones. */
    public static <K, V> ReplicaDefinition<K, V> of(
            String view, Channel<K> channel, MessageType<V> type, VersionSource version) {
        return new ReplicaDefinition<>(view, channel, type, version, Deletes.TOMBSTONE, StoreKind.ROCKSDB);
    }

    /**
     * Eight hexadecimal digits that change with whatever makes stored rows mean something else: the type's schema (names,
     * types, defaults, aliases, logical types; not its documentation), the channel, the key type, version and deletes.
     */
    public String fingerprint() {
        return Fingerprint.of(view
                + "|" + channel.address()
                + "|" + channel.keyType()
                + "|" + version
                + "|" + deletes
                + "|" + SchemaText.of(type.schema()));
    }

    /** The store's name: the view's and the fingerprint, so that rows of different projections never mix. */
    public String storeName() {
        return view + "-" + fingerprint();
    }

    private static void checkVersionField(String view, Schema schema, String name) {
        Schema.Field field = schema.getField(name);
        if (field == null) {
            throw refused(
                    view, "its record has no field '" + name + "' to take the version from; add it to the fields");
        }
        boolean integer = field.schema().isUnion()
                ? field.schema().getTypes().stream().anyMatch(ReplicaDefinition::isInteger)
                : isInteger(field.schema());
        if (!integer) {
            throw refused(view, "the version field '" + name + "' is " + field.schema() + ", not a long or int");
        }
    }

    private static boolean isInteger(Schema schema) {
        return (schema.getType() == Schema.Type.LONG || schema.getType() == Schema.Type.INT)
                && schema.getLogicalType() == null;
    }

    private static IllegalArgumentException refused(String view, String reason) {
        return new IllegalArgumentException("View '" + view + "' cannot be replicated: " + reason);
    }
}
