package io.tidings.messaging.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTableTest {

    /** Others compute it too: these figures must stay as they are. */
    @Test
    void theAlgorithmIsWrittenDown() {
        ChecksumTable table =
                ChecksumTable.of(4).add(bytes("a"), 1).add(bytes("b"), -2).build();
        assertThat(table.toJson())
                .isEqualTo(
                        "{\"algorithm\":\"sha-256\",\"counts\":[0,0,2,0],"
                                + "\"sums\":[\"0000000000000000\",\"0000000000000000\",\"3b288161df39b144\",\"0000000000000000\"]}");
    }

    @Test
    void theOrderDoesNotMatterAndPartsAddUp() {
        List<Integer> entities = new ArrayList<>();
        for (int id = 0; id < 500; id++) {
            entities.add(id);
        }
        ChecksumTable all = table(entities, 16);
        Collections.shuffle(entities, new Random(1));
        assertThat(table(entities, 16)).isEqualTo(all);
        assertThat(table(entities.subList(0, 123), 16).plus(table(entities.subList(123, 500), 16)))
                .isEqualTo(all);
        assertThat(all.count()).isEqualTo(500);
    }

    @Test
    void anyDifferenceIsSeenInItsBucketAlone() {
        List<Integer> entities = List.of(1, 2, 3, 4, 5);
        ChecksumTable all = table(entities, 64);
        ChecksumTable less = table(entities.subList(0, 4), 64);
        ChecksumTable other = ChecksumTable.of(64).add(bytes("k5"), 6).build();

        assertThat(all.differences(all)).isEmpty();
        assertThat(all.differences(less)).containsExactly(ChecksumTable.bucket(bytes("k5"), 64));
        assertThat(all.differences(less.plus(other))).containsExactly(ChecksumTable.bucket(bytes("k5"), 64));
    }

    @Test
    void itTravelsAsJson() {
        ChecksumTable table = table(List.of(1, 2, 3), 8);
        assertThat(ChecksumTable.ofJson(table.toJson())).isEqualTo(table);
        assertThat(ChecksumTable.ofJson(table.toJson().replace(",", " ,\n "))).isEqualTo(table);
        for (String bad : List.of(
                "",
                "[]",
                table.toJson().replace("sha-256", "md5"),
                "{\"algorithm\":\"sha-256\",\"counts\":[1],\"sums\":[]}",
                "{\"algorithm\":\"sha-256\",\"counts\":[1,2],\"sums\":[\"0000000000000000\"]}",
                "{\"algorithm\":\"sha-256\",\"counts\":[1,2,3],\"sums\":[\"0\",\"0\",\"0\"]}")) {
            assertThatThrownBy(() -> ChecksumTable.ofJson(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("checksums");
        }
    }

    @Test
    void tablesOfOtherSizesAreNotCompared() {
        ChecksumTable small = ChecksumTable.of(2).build();
        ChecksumTable large = ChecksumTable.of(4).build();
        assertThatThrownBy(() -> small.differences(large)).hasMessageContaining("2 and 4 buckets");
        assertThatThrownBy(() -> ChecksumTable.of(3)).hasMessageContaining("power of two");
        assertThatThrownBy(() -> ChecksumTable.of(1 << 17)).hasMessageContaining("power of two");
    }

    @Test
    void driftIsSaidKeyByKey() {
        Map<ByteBuffer, Long> owner = Map.of(key("lost"), 3L, key("late"), 3L, key("same"), 3L, key("new"), 3L);
        Map<ByteBuffer, Long> replica = Map.of(key("late"), 2L, key("same"), 3L, key("new"), 4L, key("left"), 1L);

        assertThat(Drift.between(owner, replica))
                .containsExactlyInAnyOrder(
                        new Drift(Drift.Kind.MISSING, key("lost"), 3L, null),
                        new Drift(Drift.Kind.OLDER, key("late"), 3L, 2L),
                        new Drift(Drift.Kind.NEWER, key("new"), 3L, 4L),
                        new Drift(Drift.Kind.UNKNOWN, key("left"), null, 1L));
    }

    private static ChecksumTable table(List<Integer> entities, int buckets) {
        ChecksumTable.Builder table = ChecksumTable.of(buckets);
        entities.forEach(id -> table.add(bytes("k" + id), id));
        return table.build();
    }

    private static ByteBuffer key(String text) {
        return ByteBuffer.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
