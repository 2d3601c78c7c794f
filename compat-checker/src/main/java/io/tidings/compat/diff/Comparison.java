package io.tidings.compat.diff;

import java.util.List;

/** The two documents and what was found so far. Used by one thread, for one comparison. */
record Comparison(Side base, Side head, List<Change> changes) {

    Scopes scopes() {
        return new Scopes(base, head);
    }

    void found(Change change) {
        changes.add(change);
    }
}
