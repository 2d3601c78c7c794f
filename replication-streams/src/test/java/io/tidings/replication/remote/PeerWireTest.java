package io.tidings.replication.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.remote.PeerReply.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PeerWireTest {

    private static final byte[] KEY = {1, 0, -1};
    private static final TreeSet<Integer> STANDBY = new TreeSet<>(Set.of(3, 5));

    @Test
    void queriesAreTheSameAfterTheirJourney() throws IOException {
        for (PeerQuery query : queries()) {
            assertThat(PeerWire.readQuery(PeerWire.write(query)))
                    .usingRecursiveComparison()
                    .isEqualTo(query);
        }
    }

    @Test
    void aReplyIsTheSameAfterItsJourney() throws IOException {
        assertThat(PeerWire.readReply(PeerWire.write(reply())))
                .usingRecursiveComparison()
                .isEqualTo(reply());
    }

    @Test
    void whatWasCutOffIsNoAnswer() {
        byte[] whole = PeerWire.write(reply());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PeerWire.readReply(part)).isInstanceOf(IOException.class);
        }
        for (PeerQuery query : queries()) {
            byte[] bytes = PeerWire.write(query);
            for (int length = 0; length < bytes.length; length++) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> PeerWire.readQuery(part)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whateverComesIsReadOrRefused() {
        Random random = new Random(7);
        byte[] good = PeerWire.write(reply());
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                var unused = PeerWire.readReply(bytes);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private static List<PeerQuery> queries() {
        return List.of(
                new PeerQuery.Get(KEY, 4, null, new TreeSet<>()),
                new PeerQuery.Get(new byte[0], 4, "v7", STANDBY),
                new PeerQuery.Range(null, null, 10, new TreeSet<>()),
                new PeerQuery.Range(KEY, new byte[] {9}, 10, STANDBY),
                new PeerQuery.ByIndex(new IndexEntry(2, KEY), 10, STANDBY));
    }

    private static PeerReply reply() {
        Row live = applied(new Event.Upsert(0, 8, 3, RowValue.of(new byte[] {5, 6})));
        return new PeerReply(
                List.of(new Found(KEY, live)),
                true,
                STANDBY,
                Map.of(new TopicPartition("orders", 3), 9L, new TopicPartition("orders-v2", 3), 0L),
                OptionalLong.of(0),
                OptionalLong.empty());
    }

    private static Row applied(Event event) {
        return ((Decision.Applied) Fold.fold(null, event, 1)).row();
    }
}
