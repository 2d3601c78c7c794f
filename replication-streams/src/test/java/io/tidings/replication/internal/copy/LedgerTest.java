package io.tidings.replication.internal.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.internal.copy.Ledger.Place;
import io.tidings.replication.internal.copy.store.Batch;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.copy.store.MemoryStore;
import io.tidings.replication.internal.copy.store.StoreFailure;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final TopicPartition FIRST = new TopicPartition("topic/with-odd.name", 0);
    private static final TopicPartition TENTH = new TopicPartition("topic/with-odd.name", 10);

    private final ByteStore store = new MemoryStore();

    @Test
    void itIsFoundAgainAsItWasWritten() {
        Ledger ledger = requireNonNull(Ledger.read(store, 5));
        assertThat(ledger.fresh()).isTrue();
        assertThat(ledger.upToDate()).isEqualTo(5);
        ledger.move(FIRST, new Place(17, 3));
        ledger.move(TENTH, new Place(0, -1));
        ledger.follow("topic/with-odd.name", "id-1");
        ledger.upToDate(99);

        assertThat(ledger.positions()).as("before it is written").isEmpty();
        write(ledger);
        assertThat(ledger.positions()).isEqualTo(Map.of(FIRST, 17L, TENTH, 0L));

        Ledger again = requireNonNull(Ledger.read(store, 1_000));
        assertThat(again.fresh()).isFalse();
        assertThat(again.positions()).isEqualTo(Map.of(FIRST, 17L, TENTH, 0L));
        assertThat(again.place(FIRST)).isEqualTo(new Place(17, 3));
        assertThat(again.topicId("topic/with-odd.name")).contains("id-1");
        assertThat(again.upToDate()).isEqualTo(99);
        assertThat(again.hasNews()).isFalse();
    }

    @Test
    void aStoreOfAnotherFormatIsNotRead() {
        write(requireNonNull(Ledger.read(store, 5)));
        Batch later = new Batch();
        later.put("\u0002format".getBytes(UTF_8), new byte[] {99});
        store.write(later);

        assertThat(Ledger.read(store, 5)).isNull();
    }

    @Test
    void rowsOfWhichNobodyKnowsWhereTheyAreFromAreDamage() {
        Batch rows = new Batch();
        rows.put(new byte[] {0, 'a'}, new byte[] {1});
        store.write(rows);

        assertThatThrownBy(() -> Ledger.read(store, 5)).isInstanceOf(StoreFailure.class);
    }

    private void write(Ledger ledger) {
        Batch batch = new Batch();
        ledger.write(batch);
        store.write(batch);
        ledger.written();
    }
}
