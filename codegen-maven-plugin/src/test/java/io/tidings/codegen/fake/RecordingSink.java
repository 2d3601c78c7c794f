package io.tidings.codegen.fake;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent. */
public final class RecordingSink implements MessageSink {

    private final List<OutgoingMessage<?, ?>> sent = new CopyOnWriteArrayList<>();

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        sent.add(message);
        return CompletableFuture.completedFuture(new Receipt("m" + sent.size(), message.address(), null));
    }

    /** All that was sent. */
    public List<OutgoingMessage<?, ?>> sent() {
        return sent;
    }

    /** What was sent last. */
    public OutgoingMessage<?, ?> last() {
        return sent.get(sent.size() - 1);
    }
}
