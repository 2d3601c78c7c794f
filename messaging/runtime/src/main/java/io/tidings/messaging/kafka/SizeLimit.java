package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The largest request that the producer makes.
 *
 * @param bytes before compression, as the producer reckons them
 */
record SizeLimit(long bytes) {

    /** @throws PoisonMessageException if it is larger; the message names its id */
    void check(EncodedMessage message) {
        if (Records.sizeAtMost(message) <= bytes) {
            return;
        }
        long size = Records.requestSize(message);
        if (size > bytes) {
            throw new PoisonMessageException(
                    "Message " + message.id() + " to '" + message.address() + "' has " + size + " bytes; '"
                            + ProducerConfig.MAX_REQUEST_SIZE_CONFIG + "' allows " + bytes,
                    null);
        }
    }
}
