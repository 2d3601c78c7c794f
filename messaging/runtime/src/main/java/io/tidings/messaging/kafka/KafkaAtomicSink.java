package io.tidings.messaging.kafka;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransactionalSink.FencedException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.observe.SinkWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each call's messages in one Kafka transaction (KIP-98), and calls that wait in one together: one commit then serves all
 * of them. As with the plain sink, only a receipt gives up, never the message: what is behind it would overtake it.
 */
final class KafkaAtomicSink implements AtomicSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaAtomicSink.class);

    /** So many calls may wait; then the next one fails at once. */
    private static final int CAPACITY = 10_000;

    /** As many calls as a transaction may hold: it must end long before the broker gives it up. */
    private static final int TOGETHER = 500;

    /**
     * A commit without an answer is repeated by the sink that made it, which then knows whether it happened; but one that is
     * beyond use never sends again.
     */
    private static final int ATTEMPTS_PER_SINK = 3;

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** What one call sends, and who watches each of its messages. */
    private record Call(
            List<EncodedMessage> messages, List<SinkWatch.Sending> watched, CompletableFuture<List<Receipt>> receipts) {

        void sent() {
            watched.forEach(SinkWatch.Sending::sent);
            receipts.complete(messages.stream()
                    .map(message -> new Receipt(message.id(), message.address(), null))
                    .toList());
        }

        void failed(Throwable reason) {
            watched.forEach(sending -> sending.failed(reason));
            receipts.completeExceptionally(reason);
        }
    }

    private final String transactionalId;
    private final MessageCodec codec;
    private final Consumer<EncodedMessage> admission;
    private final Supplier<TransactionalSink> opening;
    private final Duration patience;
    private final Duration closeTimeout;
    private final SinkWatch watch;
    private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable RuntimeException trouble;
    private volatile boolean fenced;
    private @Nullable TransactionalSink sink;

    /**
     * A sink that sends when it is {@link #started}.
     *
     * @param admission throws if a message cannot be sent
     * @param opening opens what sends a batch as one; again when it is beyond use
     * @param patience how long a receipt waits
     */
    KafkaAtomicSink(
            String transactionalId,
            MessageCodec codec,
            Consumer<EncodedMessage> admission,
            Supplier<TransactionalSink> opening,
            Duration patience,
            Duration closeTimeout,
            SinkWatch watch) {
        this.transactionalId = transactionalId;
        this.codec = codec;
        this.admission = admission;
        this.opening = opening;
        this.patience = patience;
        this.closeTimeout = closeTimeout;
        this.watch = watch;
        this.thread = new Thread(this::run, "tidings-atomic-" + transactionalId);
        this.thread.setDaemon(true);
    }

    /** Opens one as settings say: whoever had one with this id can send no more. */
    static KafkaAtomicSink open(
            String transactionalId,
            MessageCodec codec,
            Consumer<EncodedMessage> admission,
            Supplier<TransactionalSink> opening,
            ClientSettings settings,
            SinkWatch watch) {
        return new KafkaAtomicSink(
                        transactionalId,
                        codec,
                        admission,
                        opening,
                        settings.deliveryTimeout(),
                        settings.closeTimeout(),
                        watch)
                .started();
    }

    /** Opens it: whoever had one with this id can send no more. */
    KafkaAtomicSink started() {
        sink = opening.get();
        thread.start();
        return this;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        return sendTogether(List.of(message)).thenApply(receipts -> receipts.get(0));
    }

    @Override
    public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        List<EncodedMessage> encoded = new ArrayList<>();
        List<SinkWatch.Sending> watched =
                messages.stream().map(message -> watch.begin(message.address())).toList();
        try {
            for (int i = 0; i < messages.size(); i++) {
                EncodedMessage message = codec.encode(messages.get(i));
                watched.get(i).encoded(message);
                admission.accept(message);
                encoded.add(message);
            }
        } catch (MessagingException e) {
            watched.forEach(sending -> sending.failed(e));
            if (!e.retryable()) {
                throw e;
            }
            return CompletableFuture.failedFuture(e);
        }
        if (encoded.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Call call = new Call(encoded, watched, new CompletableFuture<>());
        TransientMessagingException refusal = refusal();
        if (refusal == null && !waiting.offer(call)) {
            refusal = new TransientMessagingException(
                    CAPACITY + " calls wait for the broker already: '" + transactionalId + "' takes no more", null);
        }
        if (refusal != null) {
            call.failed(refusal);
            return call.receipts();
        }
        if (!thread.isAlive()) {
            failWaiting();
        }
        return patient(call);
    }

    private @Nullable TransientMessagingException refusal() {
        if (fenced) {
            return overtaken(null);
        }
        return closing ? closed() : null;
    }

    private CompletionStage<List<Receipt>> patient(Call call) {
        return call.receipts()
                .copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    Throwable cause = KafkaFailures.unwrap(failure);
                    return CompletableFuture.failedFuture(
                            cause instanceof TimeoutException
                                    ? new TransientMessagingException(
                                            "No answer to message "
                                                    + call.messages().get(0).id() + " within " + patience.toMillis()
                                                    + " ms; it may still arrive, in its place",
                                            trouble)
                                    : cause);
                });
    }

    private void run() {
        try {
            while (!(closing && waiting.isEmpty())) {
                Call first = waiting.poll(FIRST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Call> calls = new ArrayList<>(List.of(first));
                    waiting.drainTo(calls, TOGETHER - 1);
                    send(calls);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            failWaiting();
            closeSink();
        }
    }

    private void send(List<Call> calls) throws InterruptedException {
        try {
            sendPatiently(calls);
            trouble = null;
            calls.forEach(Call::sent);
        } catch (FencedException e) {
            fenced = true;
            closing = true;
            fail(calls, overtaken(e));
        } catch (PoisonMessageException | MissingTopicException e) {
            // The broker does not say whose it is.
            if (calls.size() == 1) {
                fail(calls, e);
            } else {
                for (Call call : calls) {
                    send(List.of(call));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("Sending by '{}' failed", transactionalId, e);
            fail(calls, e);
            closeSink();
        } catch (InterruptedException e) {
            fail(calls, closed());
            throw e;
        }
    }

    private void sendPatiently(List<Call> calls) throws InterruptedException {
        List<EncodedMessage> batch =
                calls.stream().flatMap(call -> call.messages().stream()).toList();
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                open().send(batch);
                return;
            } catch (TransientMessagingException e) {
                LOG.warn("Nothing can be sent by '{}' for now: {}", transactionalId, e.getMessage());
                trouble = e;
                if (closing) {
                    throw e;
                }
            }
            if (attempt % ATTEMPTS_PER_SINK == 0) {
                closeSink();
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private TransactionalSink open() {
        TransactionalSink opened = sink;
        if (opened == null) {
            opened = opening.get();
            sink = opened;
        }
        return opened;
    }

    private void closeSink() {
        TransactionalSink opened = sink;
        sink = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (RuntimeException e) {
                LOG.debug("Closing '{}' failed", transactionalId, e);
            }
        }
    }

    private void failWaiting() {
        List<Call> left = new ArrayList<>();
        waiting.drainTo(left);
        fail(left, fenced ? overtaken(null) : closed());
    }

    private static void fail(List<Call> calls, Throwable reason) {
        calls.forEach(call -> call.failed(reason));
    }

    private TransientMessagingException closed() {
        return new TransientMessagingException("The sink '" + transactionalId + "' is closed", trouble);
    }

    private TransientMessagingException overtaken(@Nullable Throwable cause) {
        return new TransientMessagingException(
                "Another sink with the transactional id '" + transactionalId
                        + "' was opened, and this one can send no more: give each instance an id of its own",
                cause);
    }

    /** Down when another has taken over; degraded while nothing can be sent. */
    Health health() {
        if (fenced) {
            return Health.down(String.valueOf(overtaken(null).getMessage()));
        }
        RuntimeException now = trouble;
        return now == null ? Health.UP : Health.degraded("Nothing can be sent: " + now.getMessage());
    }

    /** Waits for what was handed over; what is not sent by then fails. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(closeTimeout.toMillis());
            thread.interrupt();
            thread.join(closeTimeout.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
