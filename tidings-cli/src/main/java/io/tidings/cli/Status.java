package io.tidings.cli;

/** Exit status. */
final class Status {

    static final int HOLDS = 0;
    static final int DOES_NOT_HOLD = 1;
    /** A usage or I/O error: nothing was judged. */
    static final int UNUSABLE = 2;

    private Status() {}

    static int of(boolean holds) {
        return holds ? HOLDS : DOES_NOT_HOLD;
    }
}
