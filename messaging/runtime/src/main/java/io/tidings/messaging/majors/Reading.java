package io.tidings.messaging.majors;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.SubscriptionSpec;

/**
 * One of the two channels of a reader, and who takes its messages.
 *
 * @param spec of the same group as the other one's
 */
public record Reading<K>(SubscriptionSpec<K> spec, MessageHandler<K> handler) {

    /** One that casts up for a handler of batches takes batches, too. */
    public Reading {
        if (handler instanceof Upcasting<K> upcasting) {
            handler = upcasting.handler();
        }
    }
}
