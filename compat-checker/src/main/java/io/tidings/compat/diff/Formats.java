package io.tidings.compat.diff;

import io.tidings.compat.diff.JsonChange.Sense;
import java.util.Map;
import java.util.Set;

/**
 * What is known of formats: those of JSON Schema draft-07 and later, and those of numbers that AsyncAPI's examples use. A
 * validator may check them or not; readers that are generated from a schema parse by them.
 */
final class Formats {

    /** Each known format, and those that admit all its values. */
    private static final Map<String, Set<String>> WIDER = Map.ofEntries(
            Map.entry("date-time", Set.of()),
            Map.entry("date", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("duration", Set.of()),
            Map.entry("email", Set.of("idn-email")),
            Map.entry("idn-email", Set.of()),
            Map.entry("hostname", Set.of("idn-hostname")),
            Map.entry("idn-hostname", Set.of()),
            Map.entry("ipv4", Set.of()),
            Map.entry("ipv6", Set.of()),
            Map.entry("uri", Set.of("uri-reference", "iri", "iri-reference")),
            Map.entry("uri-reference", Set.of("iri-reference")),
            Map.entry("iri", Set.of("iri-reference")),
            Map.entry("iri-reference", Set.of()),
            Map.entry("uuid", Set.of()),
            Map.entry("int32", Set.of("int64")),
            Map.entry("int64", Set.of()),
            Map.entry("float", Set.of("double")),
            Map.entry("double", Set.of()));

    private Formats() {}

    static Sense sense(Set<Object> reader, Set<Object> writer) {
        if (reader.isEmpty() || reader.equals(writer)) {
            return Sense.SAME;
        }
        if (reader.size() > 1 || writer.size() != 1) {
            return Sense.DOUBTFUL;
        }
        Object expected = reader.iterator().next();
        Object given = writer.iterator().next();
        Set<String> wider = given instanceof String name ? WIDER.get(name) : null;
        if (wider == null || !(expected instanceof String known) || !WIDER.containsKey(known)) {
            return Sense.DOUBTFUL;
        }
        return wider.contains(known) ? Sense.SAME : Sense.OTHER;
    }
}
