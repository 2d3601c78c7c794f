package io.tidings.testing.contract;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import java.util.List;

/** A broker, and the transport that reaches it. */
public interface BrokerUnderTest {

    /** Opens a transport: another application, or the same one started again. The contract closes it. */
    Transport connect();

    /** Makes a channel. A broker without partitions may ignore their number. */
    void createChannel(String address, int partitions);

    /** What this transport encodes with. */
    MessageCodec codec(Transport transport);

    /** Opens a sink for a relay. The contract closes it. */
    TransactionalSink transactionalSink(Transport transport, String transactionalId);

    /** Moves a group that is not running, as the transport does it. */
    void seek(Transport transport, String group, Channel<?> channel, StartPosition position);

    /** Whether a receipt says where the message is: an outbox only promises that it will be there. */
    default boolean receiptsHavePositions() {
        return true;
    }

    /** Sends a message as it is, as a foreign producer would, and waits until it is there. */
    void append(EncodedMessage message);

    /** What a group could not handle of a channel, by way of this transport. */
    DeadLetterChannel deadLetterChannel(Transport transport, String address, String group);

    /** All dead letters of a group so far; none if there is no such channel. */
    List<EncodedMessage> deadLetters(String address, String group);
}
