package io.tidings.asyncapi.diagnostic;

import io.tidings.asyncapi.source.Location;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a user should know about a document.
 *
 * @param code stable, kebab-case, never reused
 * @param severity how much it weighs
 * @param message one sentence that says what is wrong, in the user's terms
 * @param location where it stands
 * @param pointer the JSON Pointer (RFC 6901) of the node within its file; empty for the file as a whole
 * @param hint what to do about it, if there is something to say
 * @param related other places that explain it
 */
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        Location location,
        String pointer,
        @Nullable String hint,
        List<Related> related) {

    /** By place, then by code: the order in which every report prints. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    /** Another place, and what it has to do with the diagnostic. */
    public record Related(Location location, String message) {}

    public Diagnostic {
        related = List.copyOf(related);
    }

    public static Diagnostic error(
            String code, String message, Location location, String pointer, @Nullable String hint) {
        return new Diagnostic(code, Severity.ERROR, message, location, pointer, hint, List.of());
    }

    public static Diagnostic warning(
            String code, String message, Location location, String pointer, @Nullable String hint) {
        return new Diagnostic(code, Severity.WARNING, message, location, pointer, hint, List.of());
    }

    /** The same, pointing at one more place. */
    public Diagnostic withRelated(Location place, String why) {
        List<Related> more = new java.util.ArrayList<>(related);
        more.add(new Related(place, why));
        return new Diagnostic(code, severity, message, location, pointer, hint, more);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
