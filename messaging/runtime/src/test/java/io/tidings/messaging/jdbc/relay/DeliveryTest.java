package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private final List<String> committed = new ArrayList<>();

    /** Refuses a whole batch for the sake of one message, as a broker does. */
    private TransactionalSink refusing(Set<String> poison) {
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                if (batch.stream().anyMatch(message -> poison.contains(message.id()))) {
                    throw new PoisonMessageException("refused", null);
                }
                batch.forEach(message -> committed.add(message.id()));
            }

            @Override
            public void close() {}
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OutboxRow row(long id, String address, @Nullable String key) {
        byte @Nullable [] bytes = key == null ? null : bytes(key);
        return new OutboxRow(id, new EncodedMessage("m" + id, address, bytes, null, List.of()));
    }

    @Test
    void aRefusedMessageHoldsBackItsKeyOnItsAddressOnly() {
        Delivery delivery = new Delivery(refusing(Set.of("m2", "m5")), Set.of(), Set.of());
        delivery.deliver(List.of(
                row(1, "x", "a"),
                row(2, "x", "a"),
                row(3, "x", "b"),
                row(4, "x", "a"),
                row(5, "x", null),
                row(6, "x", null),
                row(7, "y", "a")));
        assertThat(committed).containsExactly("m1", "m3", "m6", "m7");
        assertThat(delivery.sent()).extracting(OutboxRow::id).containsExactly(1L, 3L, 6L, 7L);
        assertThat(delivery.refused().keySet()).extracting(OutboxRow::id).containsExactly(2L, 5L);
    }

    @Test
    void aKeyThatWasHeldBackBeforeStaysSo() {
        OutboxRow.Line line = new OutboxRow.Line("x", ByteBuffer.wrap(bytes("a")));
        new Delivery(refusing(Set.of()), Set.of(line), Set.of()).deliver(List.of(row(1, "x", "a"), row(2, "x", "b")));
        assertThat(committed).containsExactly("m2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsRefusedTheRestComesOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            committed.clear();
            List<OutboxRow> rows = new ArrayList<>();
            Set<String> poison = new HashSet<>();
            Set<String> held = new HashSet<>();
            List<String> expected = new ArrayList<>();
            int size = random.nextInt(40);
            for (int id = 0; id < size; id++) {
                String key = "k" + random.nextInt(5);
                rows.add(row(id, "x", key));
                if (random.nextInt(8) == 0) {
                    poison.add("m" + id);
                    held.add(key);
                } else if (!held.contains(key)) {
                    expected.add("m" + id);
                }
            }
            new Delivery(refusing(poison), Set.of(), Set.of()).deliver(rows);
            assertThat(committed).as("seed %s, round %s", seed, round).isEqualTo(expected);
        }
    }
}
