package io.tidings.testing;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.SinkWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Encodes, and puts into memory. */
final class InMemorySink implements AtomicSink {

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
        return sendTogether(List.of(message)).thenApply(receipts -> receipts.get(0));
    }

    @Override
    public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        List<SinkWatch.Sending> sendings = new ArrayList<>();
        List<EncodedMessage> encoded = new ArrayList<>();
        try {
            for (OutgoingMessage<?, ?> message : messages) {
                SinkWatch.Sending sending = watch.begin(message.address());
                sendings.add(sending);
                EncodedMessage one = codec.encode(message);
                sending.encoded(one);
                encoded.add(one);
            }
        } catch (MessagingException e) {
            sendings.forEach(sending -> sending.failed(e));
            throw e;
        }
        if (closed.getAsBoolean()) {
            TransientMessagingException failure = new TransientMessagingException("The transport is closed", null);
            sendings.forEach(sending -> sending.failed(failure));
            return CompletableFuture.failedFuture(failure);
        }
        List<Receipt> receipts = broker.appendAll(encoded);
        sendings.forEach(SinkWatch.Sending::sent);
        return CompletableFuture.completedFuture(receipts);
    }
}
