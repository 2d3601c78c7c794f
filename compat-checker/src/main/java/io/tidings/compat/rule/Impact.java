package io.tidings.compat.rule;

/**
 * What a change does.
 *
 * @param wire to what travels
 * @param source to code generated from the document
 * @param warning whether someone should look at it although it does not break
 */
public record Impact(Bump wire, Bump source, boolean warning) {

    /** The impact on one axis, or the larger on both. */
    public Bump on(Axis axis) {
        return switch (axis) {
            case WIRE -> wire;
            case SOURCE -> source;
            case BOTH -> wire.max(source);
        };
    }

    /** Nothing is required; what is said is an error of the gate, or a warning. */
    public static Impact ofGate(boolean warning) {
        return new Impact(Bump.NONE, Bump.NONE, warning);
    }
}
