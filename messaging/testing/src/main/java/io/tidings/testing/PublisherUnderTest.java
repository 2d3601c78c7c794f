package io.tidings.testing;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads what a publisher sends as those read it who know nothing but the document: generated contract tests stand on it. */
public final class PublisherUnderTest {

    private PublisherUnderTest() {}

    /** What publishes, given where to. */
    @FunctionalInterface
    public interface Publishing {
        void to(MessageSink sink) throws Exception;
    }

    /**
     * Lets it publish, and a handler read all of it.
     *
     * @param spec what its counterparts subscribe to; their group is not joined
     * @param reader is given each message; what it throws fails the test
     * @throws Exception what publishing, or the reader, threw
     * @throws AssertionError if nothing was published, a keyed channel got a message without a key, or a message did not
     *     arrive within 30 seconds
     */
    public static <K> void publishes(
            Transport transport, SubscriptionSpec<K> spec, MessageHandler<K> reader, Publishing publishing)
            throws Exception {
        try (HandlerUnderTest<K> reading = HandlerUnderTest.start(transport, spec, message -> {
            if (message.key() == null && spec.channel().keyType() != KeyType.NONE) {
                throw new AssertionError("On channel " + spec.channel().name()
                        + ", whose keys order its messages, one came without a key: " + message);
            }
            reader.handle(message);
        })) {
            ObservedSink sink = new ObservedSink(transport.sink());
            publishing.to(sink);
            if (sink.receipts.isEmpty()) {
                throw new AssertionError(
                        "Nothing was published to channel " + spec.channel().name());
            }
            for (CompletionStage<Receipt> receipt : sink.receipts) {
                reading.await(receipt.toCompletableFuture().get().messageId());
            }
        }
    }

    private static final class ObservedSink implements MessageSink {

        private final MessageSink sink;
        private final List<CompletionStage<Receipt>> receipts = new CopyOnWriteArrayList<>();

        ObservedSink(MessageSink sink) {
            this.sink = sink;
        }

        @Override
        public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
            CompletionStage<Receipt> receipt = sink.send(message);
            receipts.add(receipt);
            return receipt;
        }
    }
}
