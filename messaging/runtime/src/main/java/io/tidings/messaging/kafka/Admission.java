package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;

/**
 * Refuses, before anything is sent, what the broker would refuse: by then the next message has landed, and this one, put
 * right and sent again, would come after it. Safe for use by several threads.
 */
final class Admission {

    private final SizeLimit limit;
    private final boolean compressed;
    private final Topics topics;

    /** @param compressed whether the producer compresses what it sends */
    Admission(SizeLimit limit, boolean compressed, Topics topics) {
        this.limit = limit;
        this.compressed = compressed;
        this.topics = topics;
    }

    /**
     * Looks at a message. Asks the broker about each topic once, and again before it refuses anything.
     *
     * @throws PoisonMessageException if it would be refused; the message says by what
     * @throws io.tidings.messaging.MissingTopicException if there is no such topic
     */
    void check(EncodedMessage message) {
        limit.check(message);
        if (topics.rules(message.address()).objection(message, compressed) != null) {
            // The topic may have been altered since: an operator who allows more should not have to start us again.
            String objection = topics.ask(message.address()).objection(message, compressed);
            if (objection != null) {
                throw new PoisonMessageException(
                        "Message " + message.id() + " to '" + message.address() + "' " + objection, null);
            }
        }
    }
}
