package io.tidings.compat;

import io.tidings.compat.rule.Axis;

/**
 * How to check.
 *
 * @param axis whose compatibility counts
 * @param strict whether a warning fails the check
 */
public record CheckOptions(Axis axis, boolean strict) {

    /** The wire, warnings passing. */
    public static final CheckOptions DEFAULT = new CheckOptions(Axis.WIRE, false);
}
