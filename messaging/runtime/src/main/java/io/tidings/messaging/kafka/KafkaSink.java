package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.observe.SinkWatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends straight to Kafka, through an idempotent producer that keeps the order of each partition (KIP-98). The producer never
 * gives up a message: if it did, the ones behind it would land, and the same one, sent again, would come too late. Only its
 * receipt gives up.
 */
final class KafkaSink implements MessageSink {

    private final MessageCodec codec;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<EncodedMessage> admission;
    private final Consumer<String> onRefusal;
    private final PendingReceipts receipts;
    private final SinkWatch watch;

    /**
     * A sink that closes what it is given.
     *
     * @param admission throws if a message cannot be sent
     * @param onRefusal told the topic when a broker has refused a message all the same
     */
    KafkaSink(
            MessageCodec codec,
            Producer<byte[], byte[]> producer,
            Consumer<EncodedMessage> admission,
            Consumer<String> onRefusal,
            PendingReceipts receipts,
            SinkWatch watch) {
        this.codec = codec;
        this.producer = producer;
        this.admission = admission;
        this.onRefusal = onRefusal;
        this.receipts = receipts;
        this.watch = watch;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        SinkWatch.Sending sending = watch.begin(message.address());
        EncodedMessage encoded;
        try {
            encoded = codec.encode(message);
            sending.encoded(encoded);
            admission.accept(encoded);
        } catch (MessagingException e) {
            sending.failed(e);
            if (!e.retryable()) {
                throw e;
            }
            return CompletableFuture.failedFuture(e);
        }
        return send(encoded, sending);
    }

    private CompletionStage<Receipt> send(EncodedMessage message, SinkWatch.Sending sending) {
        PendingReceipt receipt = receipts.open(message, onRefusal, sending);
        try {
            Future<RecordMetadata> unused = producer.send(Records.outgoing(message, null), receipt);
        } catch (RuntimeException e) {
            // Interrupted, or closed.
            receipt.fail(e);
        }
        return receipt;
    }

    /**
     * Waits until what was sent before has arrived or failed.
     *
     * @return false if that took longer
     */
    boolean flush(Duration deadline) throws InterruptedException {
        if (receipts.isEmpty()) {
            return true;
        }
        // It sends what lingers, and then waits, without a deadline: for longer than we may.
        Thread flushing = new Thread(this::flushProducer, "tidings-flush");
        flushing.setDaemon(true);
        flushing.start();
        try {
            return receipts.await(deadline);
        } finally {
            flushing.interrupt();
        }
    }

    private void flushProducer() {
        try {
            producer.flush();
        } catch (InterruptException e) {
            // Nobody waits any longer.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what was sent; what has not arrived by the deadline fails its receipt. */
    void close(Duration deadline) {
        try {
            producer.close(deadline);
        } finally {
            receipts.close();
        }
    }
}
