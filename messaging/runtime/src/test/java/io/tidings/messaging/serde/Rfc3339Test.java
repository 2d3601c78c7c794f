package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long FIRST = Instant.parse("-0003-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("+10003-01-01T00:00:00Z").getEpochSecond();

    @Test
    void writesAndReadsEachDayAsTheJdkDoes() {
        for (long day = FIRST; day < LAST; day += 86_400) {
            assertAlike(Instant.ofEpochSecond(day, day % 3 == 0 ? 0 : 123_000_000));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesAndReadsEachInstantAsTheJdkDoes(long seed) {
        Random random = new Random(seed);
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 100_000; i++) {
            int unit = units[random.nextInt(units.length)];
            long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
            assertAlike(Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / unit * (long) unit));
        }
    }

    @Test
    void writesAndReadsTheEndsOfTime() {
        assertThat(text(Instant.MAX)).isEqualTo(Instant.MAX.toString());
        assertThat(text(Instant.MIN)).isEqualTo(Instant.MIN.toString());
        assertAlike(Instant.EPOCH);
        assertAlike(Instant.parse("0000-02-29T23:59:59.999999999Z"));
        assertAlike(Instant.parse("0000-03-01T00:00:00Z"));
        assertAlike(Instant.parse("9999-12-31T23:59:59.999999999Z"));
        assertAlike(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    /** Whatever is done to a text, it is read as the JDK reads it, or refused as the JDK refuses it. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void readsDamagedTextAsTheJdkDoes(long seed) {
        Random random = new Random(seed);
        String characters = "0123456789-+:.TZtz ,";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("2024-02-29T23:59:59.123456789Z");
            if (random.nextBoolean()) {
                text.delete(19, 20 + random.nextInt(10));
            }
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
            }
            assertReadAlike(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T12:00:00+02:00",
                "2026-11-22T12:00Z",
                "2026-11-22T24:00:00Z",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2000-02-29T00:00:00Z",
                "2026-06-31T00:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-22T12:00:00.Z",
                "2026-11-22T12:00:00.1234567891Z",
                "2026-11-22t12:00:00z",
                "2026-00-22T12:00:00Z",
                "2026-11-00T12:00:00Z",
                "-0001-11-22T12:00:00Z",
                "+12026-11-22T12:00:00Z",
                "yesterday",
                "",
                "Z"
            })
    void readsOtherFormsAsTheJdkDoes(String text) {
        assertReadAlike(text);
    }

    private static void assertAlike(Instant instant) {
        String expected = instant.toString();
        if (!text(instant).equals(expected)
                || !Rfc3339.parse(expected.getBytes(StandardCharsets.UTF_8)).equals(instant)) {
            assertThat(text(instant)).isEqualTo(expected);
            assertThat(Rfc3339.parse(expected.getBytes(StandardCharsets.UTF_8))).isEqualTo(instant);
        }
    }

    private static void assertReadAlike(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Instant expected;
        try {
            expected = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            assertThatExceptionOfType(DateTimeException.class).as(text).isThrownBy(() -> Rfc3339.parse(bytes));
            return;
        }
        assertThat(Rfc3339.parse(bytes)).as(text).isEqualTo(expected);
    }

    private static String text(Instant instant) {
        return new String(Rfc3339.format(instant), StandardCharsets.US_ASCII);
    }
}
