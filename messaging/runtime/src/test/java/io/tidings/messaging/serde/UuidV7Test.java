package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    @Test
    void isAUuidOfVersion7ThatTellsTheTime() {
        UUID id = new UuidV7(Clock.fixed(Instant.ofEpochMilli(0x0192_3456_789AL), ZoneOffset.UTC)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01923456-789a-7");
    }

    @Test
    void staysInOrderWhenTheClockStandsOrGoesBack() {
        SteppingClock clock = new SteppingClock();
        UuidV7 ids = new UuidV7(clock);

        List<String> made =
                Stream.generate(() -> ids.next().toString()).limit(20_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    /** Mostly stands, now and then goes back. */
    private static final class SteppingClock extends Clock {

        private int asked;

        @Override
        public Instant instant() {
            asked++;
            return Instant.ofEpochMilli(1_000_000 - asked / 7000);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
