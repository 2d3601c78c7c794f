package org.bells.app;

import io.tidings.messaging.PoisonMessageException;
import org.bells.v2.migration.RingDowncaster;
import org.bells.v2.migration.RingUpcaster;

/** What the schemas of versions 1 and 2 leave to a person. */
public final class OldTower {

    /** Before there were others, there was one tower. */
    public static final RingUpcaster UP = older -> "St. Mary";

    public static final RingDowncaster DOWN = newer -> {
        if (newer.getStrokes() > Integer.MAX_VALUE) {
            throw new PoisonMessageException("Nobody counts " + newer.getStrokes() + " strokes", null);
        }
        return (int) newer.getStrokes();
    };

    private OldTower() {}
}
