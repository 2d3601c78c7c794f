package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import java.util.List;
import java.util.function.Function;

/**
 * Sends by two transactional producers in turn. A commit is decided when it returns, but the broker is still writing markers into
 * the partitions; if the same producer begins its next transaction meanwhile, the broker lets it wait in steps of 20 ms
 * ({@code add.partitions.to.txn.retry.backoff.ms}). By the time that its turn comes again they are written.
 *
 * <p>Order holds: a batch stands in its partitions before its commit is asked for, and the next one is begun when that is
 * decided; readers see none of it before the markers of both. The turn passes on only after a success, so that whoever
 * has something to repeat or to abort does it before anything else is sent. Both producers are opened before anything is sent by
 * either, so that nothing comes from any of a predecessor's after that.
 */
final class AlternatingSink implements TransactionalSink {

    /** It follows the transactional id of the first, so that one prefix permits both. */
    static final String SECOND = "~2";

    private TransactionalSink next;
    private TransactionalSink other;

    private AlternatingSink(TransactionalSink first, TransactionalSink second) {
        this.next = first;
        this.other = second;
    }

    /** Opens both, each of which shuts out its predecessor. */
    static TransactionalSink open(String transactionalId, Function<String, TransactionalSink> opening) {
        TransactionalSink first = opening.apply(transactionalId);
        try {
            return new AlternatingSink(first, opening.apply(transactionalId + SECOND));
        } catch (Throwable e) {
            closeQuietly(first, e);
            throw e;
        }
    }

    private static void closeQuietly(TransactionalSink sink, Throwable failure) {
        try {
            sink.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void send(List<EncodedMessage> batch) {
        next.send(batch);
        if (!batch.isEmpty()) {
            TransactionalSink done = next;
            next = other;
            other = done;
        }
    }

    @Override
    public void close() {
        try {
            next.close();
        } finally {
            other.close();
        }
    }
}
