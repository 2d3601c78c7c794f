package io.tidings.registry;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110 section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Null if there is none that can be read; never negative. */
    static @Nullable Duration in(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]+")) {
            return text.length() > 6 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        }
        Instant date = date(text);
        if (date == null) {
            return null;
        }
        // Measured by the clock that wrote it, if it says what time it has.
        Instant now = date(headers.firstValue("Date").orElse(""));
        Duration wait = Duration.between(now == null ? Instant.now() : now, date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
