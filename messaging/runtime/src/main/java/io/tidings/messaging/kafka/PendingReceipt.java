package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.SinkWatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The receipt of a message that the producer has, one object for each: this is where publishing is busy. */
final class PendingReceipt extends CompletableFuture<Receipt> implements Callback {

    // Not the message: it would be kept until the receipt is cleared away.
    private final String id;
    private final String address;
    private final long due;
    private final ReceiptPage page;
    private boolean settled;
    private final Consumer<String> onRefusal;
    private final SinkWatch.Sending sending;

    /**
     * Waits for the producer.
     *
     * @param due when it has waited long enough, as {@link System#nanoTime}
     * @param page told when the producer is through with it
     * @param onRefusal told the topic where a broker refused the message
     */
    PendingReceipt(
            EncodedMessage message, long due, ReceiptPage page, Consumer<String> onRefusal, SinkWatch.Sending sending) {
        this.id = message.id();
        this.address = message.address();
        this.due = due;
        this.page = page;
        this.onRefusal = onRefusal;
        this.sending = sending;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null && metadata != null) {
            if (complete(new Receipt(id, address, position(metadata)))) {
                sending.sent();
            }
            settle();
        } else {
            fail(failure == null ? new IllegalStateException("Neither metadata nor a failure") : failure);
        }
    }

    private static Receipt.@Nullable Position position(RecordMetadata metadata) {
        return metadata.hasOffset() ? new Receipt.Position(metadata.partition(), metadata.offset()) : null;
    }

    void fail(Exception failure) {
        MessagingException told =
                KafkaFailures.translate("Sending message " + id + " to '" + address + "'", address, failure);
        if (!told.retryable()) {
            onRefusal.accept(address);
        }
        giveUp(told);
        settle();
    }

    /** Once: by the producer's thread, by the one that could not send, or by the one that closes when both have ended. */
    private void settle() {
        if (!settled) {
            settled = true;
            page.settled();
        }
    }

    private void giveUp(MessagingException told) {
        if (completeExceptionally(told)) {
            sending.failed(told);
        }
    }

    boolean isDue(long now) {
        return due - now <= 0;
    }

    /** Fails it if it is due. The message itself is still with the producer, in its place. */
    void expire(long now, Duration patience) {
        if (isDue(now) && !isDone()) {
            giveUp(new TransientMessagingException(
                    "Message " + id + " to '" + address + "' was not acknowledged within " + patience.toMillis()
                            + " ms ('"
                            + ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG + "'). It may still arrive, and before what is"
                            + " sent after it: the producer goes on trying. To send it again with the same id is safe"
                            + " behind an idempotent receiver.",
                    null));
        }
    }
}
