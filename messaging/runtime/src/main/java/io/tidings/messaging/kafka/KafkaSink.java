package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends straight to Kafka, through an idempotent producer that keeps the order of each partition. */
final class KafkaSink implements MessageSink {

    private final MessageCodec codec;
    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final SizeLimit limit;

    KafkaSink(MessageCodec codec, Producer<byte[], byte[]> producer, Topics topics, SizeLimit limit) {
        this.codec = codec;
        this.producer = producer;
        this.topics = topics;
        this.limit = limit;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        EncodedMessage encoded;
        try {
            encoded = codec.encode(message);
            limit.check(encoded);
            topics.require(encoded.address());
        } catch (MessagingException e) {
            if (!e.retryable()) {
                throw e;
            }
            return CompletableFuture.failedFuture(e);
        }
        return send(encoded);
    }

    private CompletionStage<Receipt> send(EncodedMessage message) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        try {
            Future<RecordMetadata> unused = producer.send(Records.outgoing(message, null), (metadata, failure) -> {
                if (failure == null) {
                    receipt.complete(receipt(message, metadata));
                } else {
                    receipt.completeExceptionally(failed(message, failure));
                }
            });
        } catch (RuntimeException e) {
            // Interrupted, or closed.
            receipt.completeExceptionally(failed(message, e));
        }
        return receipt;
    }

    static Receipt receipt(EncodedMessage message, RecordMetadata metadata) {
        Receipt.@Nullable Position position =
                metadata.hasOffset() ? new Receipt.Position(metadata.partition(), metadata.offset()) : null;
        return new Receipt(message.id(), message.address(), position);
    }

    private static MessagingException failed(EncodedMessage message, Throwable failure) {
        String doing = "Sending message " + message.id() + " to '" + message.address() + "'";
        return KafkaFailures.translate(doing, message.address(), failure);
    }
}
