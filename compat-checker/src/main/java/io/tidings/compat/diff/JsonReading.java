package io.tidings.compat.diff;

import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonVerdict.Undecided;
import io.tidings.compat.json.JsonVerdict.Unreadable;

/**
 * Both directions of one difference between two JSON Schemas.
 *
 * @param forward whether base readers admit what the head sends
 * @param backward whether head readers admit what the base sent
 */
public record JsonReading(JsonVerdict forward, JsonVerdict backward) {

    /** Neither side minds. */
    public static final JsonReading HARMLESS = new JsonReading(JsonVerdict.reads(), JsonVerdict.reads());

    /** Whether base readers certainly refuse something that the head sends. */
    public boolean breaksForward() {
        return forward instanceof Unreadable;
    }

    /** Whether head readers certainly refuse something that the base sent. */
    public boolean breaksBackward() {
        return backward instanceof Unreadable;
    }

    /** Whether less is admitted than before; else more is. What is not decided counts where nothing is. */
    public boolean narrows() {
        return breaksBackward() || (!breaksForward() && backward instanceof Undecided);
    }

    boolean harmless() {
        return forward.readable() && backward.readable();
    }

    boolean breaks() {
        return breaksForward() || breaksBackward();
    }

    boolean open() {
        return forward instanceof Undecided || backward instanceof Undecided;
    }
}
