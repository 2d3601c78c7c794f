package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outbox and the lease on it, as one relay sees them. Each call is one transaction; those that name an epoch also give a
 * sign of life, and throw {@link RelayTerm.LeaseLostException}, with nothing done, if another has taken the lease since.
 *
 * <p>What a relay decides is kept apart from how that is written down, so that a test can live through it in memory, a hundred
 * thousand times in seconds. Used by one thread at a time.
 */
interface LeasedOutbox {

    /** Takes the lease, with a new epoch that is greater than all before it; empty if another holds it. */
    OptionalLong acquire() throws SQLException;

    /** What to tell of a lease that another holds for longer than leases last; null if there is none. */
    default @Nullable String awaited() throws SQLException {
        return null;
    }

    /** Prolongs the lease. */
    void renew(long epoch) throws SQLException;

    /** Lets the next one take it at once; nothing happens if it is lost already. */
    void release(long epoch) throws SQLException;

    /**
     * What may be sent now, in the order in which to send it.
     *
     * @param except addresses that do not exist
     * @param inFlight rows that are being sent, and are left out
     */
    UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException;

    /** Names, not this relay's, under which others lead now: each of them sends what this one sends. */
    Set<String> others() throws SQLException;

    /** As {@link UnsentRows#picture}. */
    UnsentRows.Picture picture(Set<String> except, int limit) throws SQLException;

    /** As {@link UnsentRows#glance}. */
    UnsentRows.Glance glance(long epoch, Set<String> except) throws SQLException;

    /** As {@link UnsentRows#transaction}. */
    long transaction(long epoch) throws SQLException;

    /**
     * Takes what was sent out of the outbox, and bars what was refused, for the reasons given.
     *
     * @return the ids of those rows that were there
     */
    Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException;
}
