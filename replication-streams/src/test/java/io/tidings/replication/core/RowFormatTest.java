package io.tidings.replication.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.core.Row.Parked;
import io.tidings.replication.core.Row.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowFormatTest {

    static Stream<Row> rows() {
        RowValue value = RowValue.of(new byte[] {0, 1, -1});
        return Stream.of(
                new Row(State.LIVE, 7, Seen.of(0, 42), 1_000, value, null),
                new Row(State.LIVE, -7, Seen.of(1, 42), 1_000, value, new Parked(9L, 1, 43, 2_000, "grüße")),
                new Row(
                        State.LIVE,
                        7,
                        Seen.of(0, 42).and(1, 7),
                        1_000,
                        RowValue.NONE,
                        new Parked(null, 0, 43, 2_000, "")),
                new Row(State.GRAVE, Long.MAX_VALUE, Seen.of(0, 42), 1_000, RowValue.NONE, null),
                Row.parkedOnly(new Parked(0L, 2, 1, 2, "why")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsWrittenIsRead(Row row) {
        assertThat(RowFormat.read(RowFormat.write(row))).isEqualTo(row);
    }

    @Test
    void otherFormatsAreRefused() {
        byte[] newer = RowFormat.write(new Row(State.GRAVE, 1, Seen.of(0, 1), 1, RowValue.NONE, null));
        newer[0] = 3;

        assertThatThrownBy(() -> RowFormat.read(newer)).hasMessageContaining("state directory");
        assertThatThrownBy(() -> RowFormat.read(new byte[0])).hasMessageContaining("state directory");
    }
}
