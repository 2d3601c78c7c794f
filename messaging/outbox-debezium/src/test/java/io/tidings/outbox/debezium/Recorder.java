package io.tidings.outbox.debezium;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Keeps what sinks commit. */
final class Recorder {
    private final List<EncodedMessage> committed = new ArrayList<>();
    volatile Consumer<List<EncodedMessage>> beforeCommit = batch -> {};

    TransactionalSink open(String transactionalId) {
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                beforeCommit.accept(batch);
                synchronized (Recorder.this) {
                    committed.addAll(batch);
                }
            }

            @Override
            public void close() {}
        };
    }

    synchronized List<EncodedMessage> messages() {
        return List.copyOf(committed);
    }

    List<String> texts() {
        return messages().stream().map(Recorder::text).toList();
    }

    /** Each where it first came. */
    List<String> distinctTexts() {
        return texts().stream().distinct().toList();
    }

    static String text(EncodedMessage message) {
        return new String(Objects.requireNonNull(message.value()), StandardCharsets.UTF_8);
    }
}
