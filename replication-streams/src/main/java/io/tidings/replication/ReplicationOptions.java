package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration of texts cannot say.
 *
 * @param codec reads messages; null for Avro with the registry that the configuration names
 * @param sql where views of {@link StoreKind#SQL} are kept; null if there is none
 */
public record ReplicationOptions(
        @Nullable MessageCodec codec, @Nullable SqlStore sql) {

    /** Nothing beside the configuration. */
    public static ReplicationOptions none() {
        return new ReplicationOptions(null, null);
    }

    /** The same with a codec of the caller's, who closes it. */
    public ReplicationOptions codec(MessageCodec own) {
        return new ReplicationOptions(requireNonNull(own, "codec"), sql);
    }

    /** The same with views kept there. */
    public ReplicationOptions sql(SqlStore store) {
        return new ReplicationOptions(codec, requireNonNull(store, "store"));
    }
}
