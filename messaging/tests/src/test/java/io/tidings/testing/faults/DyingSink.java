package io.tidings.testing.faults;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink;
import java.util.List;

/** A relay's sink, with points to die at. */
final class DyingSink implements TransactionalSink {
    private final TransactionalSink sink;

    DyingSink(TransactionalSink sink) {
        this.sink = sink;
        KillPoint.RELAY_OPENED.reach();
    }

    @Override
    public void send(List<EncodedMessage> batch) {
        KillPoint.RELAY_READ.reach();
        try {
            sink.send(batch);
        } catch (PoisonMessageException e) {
            if (batch.size() == 1) {
                KillPoint.RELAY_REFUSED.reach();
            }
            throw e;
        }
        KillPoint.RELAY_SENT.reach();
        if (batch.stream().anyMatch(message -> message.address().endsWith(Shop.QUESTIONS))) {
            KillPoint.REQUEST_SENT.reach();
        }
    }

    @Override
    public void close() {
        sink.close();
        KillPoint.RELAY_CLOSING.reach();
    }
}
