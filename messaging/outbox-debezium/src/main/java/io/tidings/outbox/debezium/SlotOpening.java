package io.tidings.outbox.debezium;

import io.tidings.messaging.jdbc.relay.RelayLoop;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayTail;
import io.tidings.messaging.jdbc.relay.RelayTerm;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a relay's slot aside. To make one, PostgreSQL waits for the end of all transactions that have written by then, which may
 * take hours: meanwhile the relay keeps its lease, and sends what it finds in the table. Stateless.
 */
final class SlotOpening {
    private static final Logger LOG = LoggerFactory.getLogger(SlotOpening.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private SlotOpening() {}

    /**
     * The slot, or null if the loop is to end before there is one. A slot that is still being made then, or when this throws, is
     * left to its thread: whoever opens it next cuts that off.
     *
     * @param unreadable as in {@link OutboxSlot#open}
     * @throws io.tidings.messaging.jdbc.relay.RelayTerm.LeaseLostException if another leads now
     * @throws SlotTakenException if the slot is another's; nothing was sent then
     */
    static @Nullable OutboxSlot await(
            RelayTerm term, RelayLoop loop, DataSource database, RelayOptions options, @Nullable String unreadable)
            throws Exception {
        AtomicBoolean making = new AtomicBoolean();
        FutureTask<OutboxSlot> opening =
                new FutureTask<>(() -> OutboxSlot.open(database, options.name(), unreadable, () -> making.set(true)));
        Thread aside = new Thread(opening, "tidings-slot-" + options.name());
        aside.setDaemon(true);
        aside.start();
        long look = Math.max(
                1, Math.min(LOOK.toMillis(), options.lease().dividedBy(6).toMillis()));
        boolean told = false;
        while (!loop.closing()) {
            try {
                return opening.get(look, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Until it is known that the slot is no other relay's, nothing may be sent beside that one.
                if (making.get()) {
                    told = told || tell(options);
                    // Each time a new one: what it knows is older than the slot, whose log must not be read with it.
                    new RelayTail(term).drain();
                } else {
                    term.keep();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception failure) {
                    throw failure;
                }
                throw e;
            }
        }
        return null;
    }

    private static boolean tell(RelayOptions options) {
        LOG.info(
                "Relay {} sends from the outbox until PostgreSQL has made its replication slot: that waits for all"
                        + " transactions that have written",
                options.name());
        return true;
    }
}
