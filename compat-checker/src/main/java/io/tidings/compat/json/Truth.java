package io.tidings.compat.json;

/** Three values, since not every keyword is decided. */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean fact) {
        return fact ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : this;
    }

    Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
