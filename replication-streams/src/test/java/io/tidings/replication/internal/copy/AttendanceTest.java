package io.tidings.replication.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final TopicPartition INPUT = new TopicPartition("restaurants", 0);

    private final Attendance attendance = new Attendance();

    @Test
    void aFirstLoadIsNoAbsence() {
        assertThat(attendance.away(1_000_000)).isZero();
        attendance.reached(1_000_000);
        attendance.begin(2_000_000);
        assertThat(attendance.away(2_000_500)).isEqualTo(500);
    }

    @Test
    void anAbsenceIsWhatLiesBetweenTheEndsThatWerePassed() {
        attendance.begin(1_000);
        attendance.reached(5_000);
        attendance.begin(90_000);
        assertThat(attendance.away(90_000))
                .as("following again is no new beginning")
                .isEqualTo(85_000);
        attendance.reached(90_000);
        attendance.reached(4_000);
        assertThat(attendance.away(90_001)).isEqualTo(1);
    }

    @Test
    void endsThatAreNeverMetCountOnceTheyArePassed() {
        Ends first = ends(1_000, 10);
        assertThat(attendance.reached(null, at(0))).isNull();
        assertThat(attendance.reached(first, at(5))).isNull();
        assertThat(attendance.reached(ends(2_000, 20), at(9))).isNull();
        assertThat(attendance.reached(ends(3_000, 30), at(12))).isEqualTo(first);
        assertThat(attendance.reached(ends(4_000, 40), at(29))).isNull();
        assertThat(attendance.reached(ends(5_000, 50), at(31))).isEqualTo(ends(3_000, 30));
        assertThat(attendance.reached(ends(6_000, 60), at(60))).isEqualTo(ends(6_000, 60));
    }

    private static Ends ends(long at, long offset) {
        return new Ends(at, Map.of(INPUT, offset));
    }

    private static Map<TopicPartition, Long> at(long offset) {
        return Map.of(INPUT, offset);
    }
}
