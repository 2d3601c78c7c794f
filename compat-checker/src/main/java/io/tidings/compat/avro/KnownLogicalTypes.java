package io.tidings.compat.avro;

import java.util.Set;

/** The logical types that the specification defines. */
final class KnownLogicalTypes {

    private static final Set<String> NAMES = Set.of(
            "decimal",
            "big-decimal",
            "uuid",
            "date",
            "time-millis",
            "time-micros",
            "timestamp-millis",
            "timestamp-micros",
            "timestamp-nanos",
            "local-timestamp-millis",
            "local-timestamp-micros",
            "local-timestamp-nanos",
            "duration");

    private KnownLogicalTypes() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
