package io.tidings.messaging.owner;

import org.jspecify.annotations.Nullable;

/**
 * How far a republication has come. It is kept where a restart finds it.
 *
 * @param place of the last entity that was published; null before the first
 * @param published how many entities were, over all runs; those that were repeated after a crash count once
 * @param done whether there was none behind the last place
 */
public record RepublishProgress(@Nullable String place, long published, boolean done) {

    /** Before the first entity. */
    public static final RepublishProgress START = new RepublishProgress(null, 0, false);

    RepublishProgress past(String newPlace, int more) {
        return new RepublishProgress(newPlace, published + more, false);
    }

    RepublishProgress finished() {
        return new RepublishProgress(place, published, true);
    }
}
