package io.tidings.messaging.jdbc.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a relay is doing.
 *
 * @param backlog messages in the outbox that are not sent and not barred; those behind a barred one of their key count
 * @param oldestAge how long the oldest of them has waited, by the database's clock; zero if there is none
 * @param barred messages that can never be sent as they are. Each holds back the later ones of its key. An operator deletes
 *     the row ({@code DELETE FROM tidings_outbox WHERE id = …}), or clears {@code barred_reason} to have it tried again
 * @param sent messages that this relay, in this JVM, has sent
 * @param trouble what keeps it from working right now
 * @param shards into how many parts the work is parted
 * @param leading how many of them this relay serves
 */
public record RelayStatus(
        Role role,
        long backlog,
        Duration oldestAge,
        long barred,
        long sent,
        @Nullable String trouble,
        int shards,
        int leading) {

    /** What a relay is at the moment. */
    public enum Role {
        /** It holds a lease and sends. */
        LEADER,
        /** Others hold the leases, or trouble keeps this one from it. */
        STANDBY,
        /** It was closed. */
        STOPPED
    }
}
