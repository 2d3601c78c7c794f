package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The largest message that may be sent. It is looked at before anything is sent: a message that the broker refuses after the
 * next one has landed would arrive out of order when it is sent again.
 */
record SizeLimit(long bytes) {

    static SizeLimit of(Map<String, Object> producer) {
        return new SizeLimit(new ProducerConfig(producer).getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG));
    }

    /** @throws PoisonMessageException if it is larger; the message names its id */
    void check(EncodedMessage message) {
        long size = Records.size(message);
        if (size > bytes) {
            throw new PoisonMessageException(
                    "Message " + message.id() + " to '" + message.address() + "' has " + size + " bytes; '"
                            + ProducerConfig.MAX_REQUEST_SIZE_CONFIG + "' allows " + bytes,
                    null);
        }
    }
}
