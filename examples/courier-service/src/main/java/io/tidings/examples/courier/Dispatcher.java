package io.tidings.examples.courier;

import io.tidings.examples.courier.api.CallForBidsGatherer;
import io.tidings.examples.courier.api.TakeDeliveryPendingRequestor;
import io.tidings.examples.courier.messages.Bid;
import io.tidings.examples.courier.messages.CallForBids;
import io.tidings.examples.courier.messages.TakeDelivery;
import io.tidings.examples.support.Database;
import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/** Calls for bids, and asks the cheapest courier to take the delivery. Safe for use by several threads. */
final class Dispatcher {

    private final Database database;
    private final JdbcOutbox outbox;
    private final JdbcPendingRequests pending;
    private final CallForBidsGatherer couriers;
    private final Limits limits;
    // All that is remembered of a request is the delivery's id: the rest stands in the delivery's row.
    private final TakeDeliveryPendingRequestor<String> requests =
            new TakeDeliveryPendingRequestor<>(ContextFormat.TEXT);

    Dispatcher(
            Database database,
            JdbcOutbox outbox,
            JdbcPendingRequests pending,
            CallForBidsGatherer couriers,
            Limits limits) {
        this.database = database;
        this.outbox = outbox;
        this.pending = pending;
        this.couriers = couriers;
        this.limits = limits;
    }

    /** Asks a courier, unless one has been asked; whether the courier takes it turns out later, after a restart perhaps. */
    void dispatch(String id, Errand errand) throws InterruptedException, SQLException {
        // No transaction is open while we wait for bids.
        Gathered<Bid> bids = couriers.gatherAndWait(id, new CallForBids(id, errand.from(), errand.to()), limits.bids());
        Optional<Bid> cheapest = bids.replies().stream().min(Comparator.comparingLong(Bid::getCents));
        database.inTransaction(transaction -> cheapest.isPresent()
                ? ask(transaction, id, cheapest.get())
                : new Deliveries(transaction).leaveOpen(id, "nobody bids for it"));
    }

    /** The decision, the request and what is remembered of it are committed together, or not at all. */
    private boolean ask(Connection transaction, String id, Bid bid) throws SQLException {
        boolean decided = new Deliveries(transaction).ask(id, bid.getCourierId());
        if (decided) {
            TakeDelivery request = new TakeDelivery(id, bid.getCourierId(), bid.getCents());
            requests.ask(pending.in(transaction), id, request, id, limits.answer());
        }
        return decided;
    }

    /** Goes on when the courier has answered, or has not in time. */
    PendingHandler resuming(Connection transaction) {
        return requests.resuming(new Assignment(new Deliveries(transaction), outbox.in(transaction)));
    }
}
