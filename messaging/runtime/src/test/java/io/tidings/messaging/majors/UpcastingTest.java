package io.tidings.messaging.majors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.Retention;
import io.tidings.messaging.SubscriptionSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class UpcastingTest {
    private static final MessageType<String> OLDER =
            new MessageType<>("Older", String.class, Schema.create(Schema.Type.STRING));
    private static final MessageType<String> NEWER =
            new MessageType<>("Newer", String.class, Schema.create(Schema.Type.STRING));
    private static final SubscriptionSpec<String> SPEC =
            new SubscriptionSpec<>(new Channel<>("bells", "bells", KeyType.STRING), List.of(OLDER), "group");

    private final List<List<String>> handled = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private final BatchHandler<String> inBatches = new BatchHandler<>() {
        @Override
        public void handleAll(List<Received<String, ?>> batch) {
            handled.add(batch.stream()
                    .map(message -> String.valueOf(message.payload()))
                    .toList());
        }

        @Override
        public void subscribing(SubscriptionSpec<String> spec, Supplier<Retention> retention) {
            asked.add(spec.group());
        }

        @Override
        public BatchLimits limits() {
            return BatchLimits.of(7);
        }
    };

    private static Received<String, String> message(String text) {
        Metadata metadata = Metadata.of("id of " + text, "test", "Older", Instant.EPOCH);
        return new Received<>(
                "key", OLDER, text, metadata, new Received.Origin("bells", 0, 0, Instant.EPOCH), Map.of());
    }

    /** Else batches, and the check of what must be remembered, would end with a migration. */
    @Test
    void takesBatchesWhereItsHandlerDoesAndPassesOnWhatItIsAsked() throws Exception {
        MessageHandler<String> upcasting =
                new Reading<>(SPEC, Upcasting.to(inBatches).with(OLDER, NEWER, older -> older + "!")).handler();
        assertThat(upcasting)
                .isInstanceOfSatisfying(
                        BatchHandler.class,
                        batches -> assertThat(batches.limits()).isEqualTo(inBatches.limits()));
        ((BatchHandler<String>) upcasting).handleAll(List.of(message("a"), message("b")));
        upcasting.handle(message("c"));
        upcasting.subscribing(SPEC, () -> Retention.UNKNOWN);
        assertThat(handled).containsExactly(List.of("a!", "b!"), List.of("c!"));
        assertThat(asked).containsExactly("group");
    }
}
