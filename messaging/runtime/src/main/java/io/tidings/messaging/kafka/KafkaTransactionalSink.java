package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A producer whose epoch a successor's outruns (KIP-98, KIP-890). It never takes a new epoch by itself: a predecessor that
 * wakes up would fence its successor. So once Kafka's producer is beyond use, this sink is too: close it, and open another if
 * you still may.
 */
final class KafkaTransactionalSink implements TransactionalSink {

    private static final int COMMIT_ATTEMPTS = 3;

    private enum State {
        READY,
        /** An abort got no answer; it must be repeated before anything else. */
        ABORTING,
        /** A commit got no answer, and may have happened; it must be repeated before anything else. */
        COMMITTING,
        BROKEN
    }

    private final String transactionalId;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<EncodedMessage> admission;
    private final Duration closeTimeout;
    private State state = State.READY;
    private List<String> uncertain = List.of();

    /**
     * Opens it: fences the predecessor, and waits until its last transaction has ended.
     *
     * @param admission throws if a message cannot be sent
     */
    KafkaTransactionalSink(
            String transactionalId,
            Producer<byte[], byte[]> producer,
            Consumer<EncodedMessage> admission,
            Duration closeTimeout) {
        this.transactionalId = transactionalId;
        this.producer = producer;
        this.admission = admission;
        this.closeTimeout = closeTimeout;
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw failure("Opening", e);
        }
    }

    @Override
    public void send(List<EncodedMessage> batch) {
        if (batch.isEmpty() || settled(batch)) {
            return;
        }
        batch.forEach(admission);
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        try {
            producer.beginTransaction();
            for (EncodedMessage message : batch) {
                sent.add(producer.send(Records.outgoing(message, null)));
            }
            producer.flush();
            throwFirst(batch, sent);
        } catch (RuntimeException e) {
            abort(e);
            throw failure("Sending", e);
        }
        commit(batch);
    }

    /**
     * Ends what an earlier call left open.
     *
     * @return true if that call's transaction has been committed after all, and its batch was this one
     */
    private boolean settled(List<EncodedMessage> batch) {
        switch (state) {
            case READY -> {}
            case ABORTING -> abort(new TransientMessagingException("The last batch was not sent", null));
            case COMMITTING -> {
                List<String> before = uncertain;
                commit(batch);
                return before.equals(ids(batch));
            }
            case BROKEN -> throw broken(null);
        }
        return false;
    }

    private void commit(List<EncodedMessage> batch) {
        if (state == State.READY) {
            uncertain = ids(batch);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                producer.commitTransaction();
                state = State.READY;
                uncertain = List.of();
                return;
            } catch (TimeoutException | InterruptException e) {
                state = State.COMMITTING;
                if (attempt == COMMIT_ATTEMPTS || e instanceof InterruptException) {
                    throw failure("Committing", e);
                }
            } catch (RuntimeException e) {
                state = State.READY;
                abort(e);
                throw failure("Committing", e);
            }
        }
    }

    private void abort(RuntimeException reason) {
        if (isFenced(reason)) {
            state = State.BROKEN;
            return;
        }
        try {
            producer.abortTransaction();
            state = State.READY;
        } catch (TimeoutException | InterruptException e) {
            state = State.ABORTING;
            throw failure("Aborting", e);
        } catch (RuntimeException e) {
            state = State.BROKEN;
            e.addSuppressed(reason);
            throw isFenced(e) ? failure("Aborting", e) : broken(e);
        }
    }

    private static void throwFirst(List<EncodedMessage> batch, List<Future<RecordMetadata>> sent) {
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException e) {
                Throwable cause = KafkaFailures.unwrap(e);
                if (cause instanceof RecordTooLargeException) {
                    throw new PoisonMessageException(
                            "Message " + batch.get(i).id() + " is too large for '"
                                    + batch.get(i).address() + "'",
                            cause);
                }
                throw cause instanceof KafkaException kafka ? kafka : new KafkaException(cause);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    private RuntimeException failure(String doing, RuntimeException e) {
        if (isFenced(e)) {
            return new FencedException(
                    "Another producer with the transactional id '" + transactionalId + "' has taken over", e);
        }
        return e instanceof MessagingException
                ? e
                : new TransientMessagingException(
                        doing + " a transaction of '" + transactionalId + "' failed: " + e.getMessage(), e);
    }

    private TransientMessagingException broken(@Nullable Throwable cause) {
        return new TransientMessagingException(
                "The producer '" + transactionalId + "' is beyond use; close it and open another", cause);
    }

    private static boolean isFenced(Throwable failure) {
        return Optional.of(failure)
                .filter(e -> e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException)
                .or(() -> Optional.ofNullable(failure.getCause()).filter(KafkaTransactionalSink::isFenced))
                .isPresent();
    }

    private static List<String> ids(List<EncodedMessage> batch) {
        return batch.stream().map(EncodedMessage::id).toList();
    }

    @Override
    public void close() {
        producer.close(closeTimeout);
    }
}
