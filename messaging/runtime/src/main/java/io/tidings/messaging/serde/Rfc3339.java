package io.tidings.messaging.serde;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text, as {@link Instant#toString} writes and {@link OffsetDateTime#parse} reads them, without the formatters that
 * cost more than a message's payload: the common form, in UTC, is counted out here; the JDK has the rest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
final class Rfc3339 {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int DAYS_OF_ERA = 146_097;
    /** From 0000-03-01, where leap days end years, to 1970-01-01. */
    private static final int DAYS_TO_EPOCH = 719_468;

    private static final int NANOS = 1_000_000_000;
    private static final int LAST_YEAR = 9999;
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int SECONDS = PATTERN.length();
    private static final int DIGITS_OF_NANOS = 9;

    private Rfc3339() {}

    /** The text of an instant, in ASCII. */
    static byte[] format(Instant instant) {
        long days = Math.floorDiv(instant.getEpochSecond(), (long) SECONDS_OF_DAY) + DAYS_TO_EPOCH;
        // 0000-03-01 and later, and not after 9999.
        if (days < 0 || days > (LAST_YEAR + 1L) * DAYS_OF_ERA / 400) {
            return instant.toString().getBytes(StandardCharsets.US_ASCII);
        }
        int day = (int) days;
        int era = day / DAYS_OF_ERA;
        int dayOfEra = day % DAYS_OF_ERA;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        if (year > LAST_YEAR) {
            return instant.toString().getBytes(StandardCharsets.US_ASCII);
        }
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        int nano = instant.getNano();
        int fraction = nano == 0 ? 0 : nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : DIGITS_OF_NANOS;
        byte[] text = new byte[SECONDS + (fraction == 0 ? 0 : 1 + fraction) + 1];
        put(text, 0, 4, year);
        text[4] = '-';
        put(text, 5, 2, month);
        text[7] = '-';
        put(text, 8, 2, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        text[10] = 'T';
        put(text, 11, 2, second / 3600);
        text[13] = ':';
        put(text, 14, 2, second / 60 % 60);
        text[16] = ':';
        put(text, 17, 2, second % 60);
        if (fraction > 0) {
            text[SECONDS] = '.';
            put(text, SECONDS + 1, fraction, fraction == 3 ? nano / 1_000_000 : fraction == 6 ? nano / 1_000 : nano);
        }
        text[text.length - 1] = 'Z';
        return text;
    }

    private static void put(byte[] text, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * What a text stands for.
     *
     * @throws DateTimeException if that is no time with an offset
     */
    static Instant parse(byte[] text) {
        Instant usual = usual(text);
        return usual == null
                ? OffsetDateTime.parse(new String(text, StandardCharsets.UTF_8)).toInstant()
                : usual;
    }

    /** Null for whatever is not exactly {@code yyyy-MM-ddTHH:mm:ss}, up to nine digits after a point, and {@code Z}. */
    private static @Nullable Instant usual(byte[] text) {
        int end = text.length - 1;
        if (end < SECONDS || text[end] != 'Z' || !fits(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS);
        int nano = nano(text, end);
        boolean valid = nano >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= days(year, month)
                && hour <= 23
                && minute <= 59
                && second <= 59;
        return valid
                ? Instant.ofEpochSecond(
                        epochDay(year, month, day) * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second, nano)
                : null;
    }

    private static boolean fits(byte[] text) {
        for (int i = 0; i < SECONDS; i++) {
            char expected = PATTERN.charAt(i);
            if (expected == '0' ? !digit(text[i]) : text[i] != expected) {
                return false;
            }
        }
        return true;
    }

    /** -1 if that is no fraction. */
    private static int nano(byte[] text, int end) {
        if (end == SECONDS) {
            return 0;
        }
        int digits = end - SECONDS - 1;
        if (text[SECONDS] != '.' || digits < 1 || digits > DIGITS_OF_NANOS) {
            return -1;
        }
        int unit = NANOS;
        int nano = 0;
        for (int i = SECONDS + 1; i < end; i++) {
            if (!digit(text[i])) {
                return -1;
            }
            unit /= 10;
            nano += (text[i] - '0') * unit;
        }
        return nano;
    }

    private static boolean digit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static int number(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static int days(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static long epochDay(int year, int month, int day) {
        int yearFromMarch = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(yearFromMarch, 400);
        int yearOfEra = yearFromMarch - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_OF_ERA + dayOfEra - DAYS_TO_EPOCH;
    }
}
