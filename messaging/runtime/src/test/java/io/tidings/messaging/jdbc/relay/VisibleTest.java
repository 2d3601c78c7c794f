package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void seesWhatWasOverWhenItWasTaken() {
        Visible snapshot = Visible.in("100:105:101,103");
        assertThat(snapshot.sees(99)).isTrue();
        assertThat(snapshot.sees(100)).isTrue();
        assertThat(snapshot.sees(101)).isFalse();
        assertThat(snapshot.sees(102)).isTrue();
        assertThat(snapshot.sees(103)).isFalse();
        assertThat(snapshot.sees(104)).isTrue();
        assertThat(snapshot.sees(105)).isFalse();
        assertThat(Visible.in("100:100:").sees(100)).isFalse();
    }

    @Test
    void idsWrapAround() {
        // 2^32 - 2 : 2^32 + 5, with 2^32 + 3 running; the log says 4294967295, 2, 3, 5.
        Visible snapshot = Visible.in("4294967294:4294967301:4294967299");
        assertThat(snapshot.sees(4294967290L)).isTrue();
        assertThat(snapshot.sees(4294967295L)).isTrue();
        assertThat(snapshot.sees(2)).isTrue();
        assertThat(snapshot.sees(3)).isFalse();
        assertThat(snapshot.sees(4)).isTrue();
        assertThat(snapshot.sees(5)).isFalse();
    }

    @Test
    void nothingElseIsASnapshot() {
        assertThatThrownBy(() -> Visible.in("")).isInstanceOf(IllegalArgumentException.class);
    }
}
