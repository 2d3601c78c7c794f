package io.tidings.replication.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Row.Parked;
import io.tidings.replication.core.Row.State;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void countsWhatIsThere() {
        Tally tally = new Tally();
        Row live = new Row(State.LIVE, 1, Seen.of(0, 1), 1, RowValue.NONE, null);
        Row parked = live.with(new Parked(2L, 0, 2, 2, "why"));
        Row grave = new Row(State.GRAVE, 3, Seen.of(0, 3), 3, RowValue.NONE, null);

        tally.replace(null, live);
        tally.replace(null, parked);
        assertThat(tally.live()).isEqualTo(2);
        assertThat(tally.parked()).isEqualTo(1);

        tally.replace(parked, grave);
        assertThat(tally.live()).isEqualTo(1);
        assertThat(tally.parked()).isZero();
        assertThat(tally.graves()).isEqualTo(1);

        tally.replace(grave, null);
        assertThat(tally.graves()).isZero();
    }
}
