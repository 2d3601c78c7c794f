package io.tidings.messaging;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A sink that can take several messages as one: all of them are sent, or none. An outbox is one, since its rows commit
 * together; so is one Kafka transaction ({@link Transport#atomicSink}). Safe for use by several threads unless it stands on a JDBC
 * connection, which is not.
 */
public interface AtomicSink extends MessageSink {

    /**
     * Sends messages, in their order where they share channel and key. Whoever reads committed messages alone sees all of them
     * or none.
     *
     * @param messages to any channels; nothing is done for none
     * @return completed with a receipt for each, in their order; or as {@link #send}, for all of them
     * @throws PoisonMessageException if any of them can never be sent; none was sent
     */
    CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages);
}
