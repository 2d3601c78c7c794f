package io.tidings.messaging.jdbc.relay;

import java.util.UUID;

/** Who of several relays may serve which shard. Safe for use by several threads. */
interface RelayTurns {
    /** Tells this relay from all others, those of the same machine included. */
    String owner();

    /** Whether to try for a shard now; if so, {@link #ended} is called when that has come to an end. */
    boolean mayBegin(int shard);

    /** Whether to give it up. */
    boolean mustEnd(int shard);

    /** It was given up, or not got. */
    void ended(int shard, boolean well);

    /** Those of a relay with one shard, which goes to whoever is first. */
    static RelayTurns alone() {
        String owner = UUID.randomUUID().toString();
        return new RelayTurns() {
            @Override
            public String owner() {
                return owner;
            }

            @Override
            public boolean mayBegin(int shard) {
                return true;
            }

            @Override
            public boolean mustEnd(int shard) {
                return false;
            }

            @Override
            public void ended(int shard, boolean well) {
                // Nobody else is asked.
            }
        };
    }
}
