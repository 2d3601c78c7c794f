package io.tidings.replication.internal.keyvalue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowsContract;
import io.tidings.replication.internal.keyvalue.KeyValueRowsTest.KeyValueSubject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntrySweepTest {

    private final MortalKeyValues store = new MortalKeyValues();

    @Test
    void whatACrashLeftGoesAndNothingElse() {
        KeyValueSubject subject = new KeyValueSubject(store, KeyOrder.AS_THEY_ARE);
        for (int i = 0; i < 3_000; i++) {
            subject.apply(key("k" + i), upsert(i, 1, "Roma|pizza"));
        }
        int whole = store.size();
        // The row is written, and the entry of what it was before stays.
        subject.crash(2, () -> subject.apply(key("k7"), upsert(3_001, 2, "Bari|pizza")));
        // The entry comes, and the row does not.
        subject.crash(1, () -> subject.apply(key("k8"), upsert(3_002, 2, "Lecce|pizza")));
        assertThat(store.size()).isEqualTo(whole + 2);

        EntrySweep sweep = new EntrySweep(
                store, new Replica("View", "View-1", List.of(), true, KeyOrder.AS_THEY_ARE, RowsContract.BY_PARTS));
        int removed = 0;
        for (int stretch = 0; stretch < 4; stretch++) {
            removed += sweep.run();
        }

        assertThat(removed).isEqualTo(2);
        assertThat(store.size()).isEqualTo(whole);
    }

    @Test
    void anEntrySaysWhatItIsOf() {
        Layout layout = new Layout(KeyOrder.SIGNED);
        byte[] key = {0, 0, 1, (byte) 0xff};
        for (byte[] value : List.of(new byte[0], new byte[] {0}, new byte[] {0, 0, (byte) 0xff, 0}, key("text"))) {
            Layout.Entry entry = requireNonNull(layout.entry(layout.entry(new IndexEntry(99, value), key)));
            assertThat(entry.entry()).isEqualTo(new IndexEntry(99, value));
            assertThat(entry.key()).isEqualTo(key);
        }
        assertThat(layout.entry(new byte[] {1, 0, 5})).isNull();
        assertThat(layout.entry(new byte[] {1})).isNull();
    }

    private static Event upsert(long offset, long version, String value) {
        return new Event.Upsert(0, offset, version, RowValue.of(value.getBytes(UTF_8)));
    }

    private static byte[] key(String text) {
        return text.getBytes(UTF_8);
    }
}
