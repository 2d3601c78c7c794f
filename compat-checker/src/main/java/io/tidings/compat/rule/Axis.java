package io.tidings.compat.rule;

/** Whose compatibility counts. */
public enum Axis {
    /** What travels: the contract. */
    WIRE,
    /** Code generated from the document. */
    SOURCE,
    /** The larger of the two. */
    BOTH
}
