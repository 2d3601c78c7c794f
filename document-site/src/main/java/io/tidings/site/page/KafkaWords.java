package io.tidings.site.page;

import java.util.Locale;
import java.util.Optional;

/** What values of Kafka's topic settings mean (Kafka documentation, topic configuration). */
final class KafkaWords {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private KafkaWords() {}

    static Optional<String> of(String setting, String value) {
        if (setting.equals("cleanup.policy")) {
            boolean compact = value.contains("compact");
            boolean delete = value.contains("delete");
            return Optional.of(
                    compact && delete
                            ? "the last message of each key, and that for a time"
                            : compact ? "the last message of each key is kept" : "messages are kept for a time");
        }
        if (!value.matches("-?[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(value);
        if (setting.startsWith("retention.") && number == -1) {
            return Optional.of("without limit");
        }
        if (setting.endsWith(".ms") && number >= SECOND) {
            return Optional.of(time(number));
        }
        return setting.endsWith("bytes") && number >= 1024 ? Optional.of(size(number)) : Optional.empty();
    }

    private static String time(long millis) {
        if (millis % DAY == 0) {
            return Parts.count((int) (millis / DAY), "day");
        }
        if (millis % HOUR == 0) {
            return Parts.count((int) (millis / HOUR), "hour");
        }
        return millis % MINUTE == 0
                ? Parts.count((int) (millis / MINUTE), "minute")
                : String.format(Locale.ROOT, "about %.1f hours", (double) millis / HOUR);
    }

    private static String size(long bytes) {
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, size == Math.rint(size) ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }
}
