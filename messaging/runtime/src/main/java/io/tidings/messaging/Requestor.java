package io.tidings.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Sends requests and joins replies to them by the Correlation Identifier. Safe for use by several threads. */
public interface Requestor extends AutoCloseable {

    /**
     * Asks. The request carries a new correlation id and this requestor's Return Address, unless its options name them.
     *
     * @param deadline how long to wait for the reply
     * @return the reply; or a {@link TransientMessagingException} when the deadline passes or too many requests are
     *     outstanding, or a {@link FaultReplyException} when the replier says that it failed
     */
    <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline);

    /**
     * Asks many, any of whom may answer, and collects what they answer.
     *
     * @return what came, in order of arrival, nothing perhaps; or a {@link MessagingException} if nobody could be asked. A
     *     reply that comes after the end is counted as late
     */
    <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until);

    /** How many requests wait for a reply. */
    int outstanding();

    /** What became of the replies that arrived; none of them is an error. */
    ReplyCounts replies();

    /** The addresses to which nothing is sent for now, since requests there keep failing; in the order of their names. */
    default List<String> openCircuits() {
        return List.of();
    }

    /** How it is. */
    default Health health() {
        return Health.UP;
    }

    /** Stops listening; outstanding requests complete with a {@link TransientMessagingException}. */
    @Override
    void close();
}
