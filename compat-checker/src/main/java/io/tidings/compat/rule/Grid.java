package io.tidings.compat.rule;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.compat.diff.Scope;

/**
 * Impact on the wire by role, in the notation of the rule table: {@code M} MAJOR, {@code m} MINOR, {@code p} PATCH, {@code
 * +W} with a warning, {@code W} a PATCH with a warning, {@code a/b} transient/retained channel.
 *
 * @param send where the described application sends
 * @param receive where it receives
 */
public record Grid(String send, String receive) {

    /** The impact for those who use a channel: the larger, where the application does both. */
    public Impact impact(Scope scope, Bump source) {
        Bump wire = Bump.NONE;
        boolean warning = false;
        for (Action role : scope.roles()) {
            String cell = cell(role == Action.SEND ? send : receive, scope.retention());
            wire = wire.max(bump(cell));
            warning |= cell.endsWith("W");
        }
        // What breaks is no warning any more.
        return new Impact(wire, source, warning && wire != Bump.MAJOR);
    }

    private static String cell(String notation, Retention retention) {
        int slash = notation.indexOf('/');
        if (slash < 0) {
            return notation;
        }
        return retention == Retention.TRANSIENT ? notation.substring(0, slash) : notation.substring(slash + 1);
    }

    private static Bump bump(String cell) {
        return switch (cell.charAt(0)) {
            case 'M' -> Bump.MAJOR;
            case 'm' -> Bump.MINOR;
            case 'p', 'W' -> Bump.PATCH;
            default -> throw new IllegalArgumentException("no impact: " + cell);
        };
    }
}
