package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a report says.
 *
 * @param code the rule it comes from: stable, kebab-case
 * @param severity how much it weighs
 * @param label how people are told its weight: {@code error}, {@code MAJOR}
 * @param message one sentence
 * @param location where it stands
 * @param pointer the JSON Pointer of the node within its file; empty for the file as a whole
 * @param where the place in the terms of the document, if there is more to say than the location does
 * @param hint what to do about it, if there is something to say
 * @param related other places that explain it
 */
public record Entry(
        String code,
        Severity severity,
        String label,
        String message,
        Location location,
        String pointer,
        @Nullable String where,
        @Nullable String hint,
        List<Related> related) {

    public Entry {
        related = List.copyOf(related);
    }

    /** A diagnostic as reports see it. */
    public static Entry of(Diagnostic diagnostic) {
        return new Entry(
                diagnostic.code(),
                diagnostic.severity(),
                diagnostic.severity().label(),
                diagnostic.message(),
                diagnostic.location(),
                diagnostic.pointer(),
                null,
                diagnostic.hint(),
                diagnostic.related());
    }
}
