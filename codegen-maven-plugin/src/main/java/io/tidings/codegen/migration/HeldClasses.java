package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.Coding.Simple;

/** Tells the branches of a union apart as Java does: by the classes that hold their values. */
final class HeldClasses {

    private HeldClasses() {}

    /** Equal where the class is. */
    static String key(Coding held) {
        if (held instanceof Coding.DecimalBytes || held instanceof Coding.DecimalFixed) {
            return "decimal";
        } else if (held instanceof Coding.Items) {
            return "list";
        } else if (held instanceof Coding.Entries) {
            return "map";
        } else if (held instanceof Simple simple) {
            return simple(simple);
        }
        return held.toString();
    }

    private static String simple(Simple simple) {
        return switch (simple) {
            case UUID, UUID_FIXED -> "uuid";
            case TIME_MILLIS, TIME_MICROS -> "time";
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS -> "instant";
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS, LOCAL_TIMESTAMP_NANOS -> "local";
            default -> simple.name();
        };
    }
}
