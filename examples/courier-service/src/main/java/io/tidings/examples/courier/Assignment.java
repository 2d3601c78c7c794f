package io.tidings.examples.courier;

import io.tidings.examples.courier.api.ReleaseDeliveryNotifier;
import io.tidings.examples.courier.api.TakeDeliveryReply;
import io.tidings.examples.courier.messages.DeliveryTaken;
import io.tidings.examples.courier.messages.ReleaseDelivery;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PoisonMessageException;
import java.sql.SQLException;

/** What becomes of a delivery that a courier was asked to take, inside the transaction that ends the request. */
final class Assignment implements PendingOutcome<String, TakeDeliveryReply> {

    private final Deliveries deliveries;
    private final ReleaseDeliveryNotifier releases;

    Assignment(Deliveries deliveries, MessageSink outbox) {
        this.deliveries = deliveries;
        this.releases = new ReleaseDeliveryNotifier(outbox);
    }

    @Override
    public void replied(String id, TakeDeliveryReply reply) throws SQLException {
        if (reply instanceof TakeDeliveryReply.DeliveryTaken) {
            deliveries.take(id);
        } else if (reply instanceof TakeDeliveryReply.DeliveryDeclined declined) {
            deliveries.reopen(id, declined.payload().getReason());
        } else {
            throw new PoisonMessageException("The courier replied something unknown", null);
        }
    }

    @Override
    public void failed(String id, FaultReplyException fault) throws SQLException {
        deliveries.reopen(id, "the courier's side failed: " + fault.getMessage());
    }

    @Override
    public void expired(String id) throws SQLException {
        deliveries.reopen(id, "the courier did not answer in time");
    }

    /** Too late: the courier must not set out, unless asked once more meanwhile. */
    @Override
    public void late(String id, TakeDeliveryReply reply) throws SQLException {
        if (reply instanceof TakeDeliveryReply.DeliveryTaken late) {
            DeliveryTaken taken = late.payload();
            if (!deliveries.isWith(id, taken.getCourierId())) {
                releases.send(id, new ReleaseDelivery(id, taken.getCourierId(), "the answer came too late"));
            }
        }
    }
}
