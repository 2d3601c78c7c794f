package io.tidings.testing;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.SinkWatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Encodes, and puts into memory. */
final class InMemorySink implements MessageSink {

    private final MessageCodec codec;
    private final InMemoryBroker broker;
    private final SinkWatch watch;
    private final BooleanSupplier closed;

    InMemorySink(MessageCodec codec, InMemoryBroker broker, SinkWatch watch, BooleanSupplier closed) {
        this.codec = codec;
        this.broker = broker;
        this.watch = watch;
        this.closed = closed;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        SinkWatch.Sending sending = watch.begin(message.address());
        EncodedMessage encoded;
        try {
            encoded = codec.encode(message);
            sending.encoded(encoded);
        } catch (MessagingException e) {
            sending.failed(e);
            throw e;
        }
        if (closed.getAsBoolean()) {
            TransientMessagingException failure = new TransientMessagingException("The transport is closed", null);
            sending.failed(failure);
            return CompletableFuture.failedFuture(failure);
        }
        Receipt receipt = broker.append(encoded);
        sending.sent();
        return CompletableFuture.completedFuture(receipt);
    }
}
