package io.tidings.compat.rule.json;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.compat.diff.At;
import io.tidings.compat.diff.JsonReading;
import io.tidings.compat.diff.Scope;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonVerdict.Unreadable;
import io.tidings.compat.rule.Grid;

/** What the checker found out about a difference, as impact and as words. */
final class JsonGrids {

    private static final int LONGEST = 120;

    private JsonGrids() {}

    /** Whoever sends breaks old readers, and new ones where old data stays; whoever receives breaks on old senders' data. */
    static Grid of(JsonReading reading, String send, String receive) {
        String transients = send.contains("/") ? send.substring(0, send.indexOf('/')) : send;
        String sends = reading.breaksForward() ? "M" : reading.breaksBackward() ? transients + "/M" : send;
        return new Grid(sends, reading.breaksBackward() ? "M" : receive);
    }

    static Grid of(JsonReading reading) {
        return of(reading, "m", "m");
    }

    /**
     * Who refuses what, with a value as the proof; empty where nobody does. What breaks nobody in the role and retention of the
     * change is not spoken of, but for what a receiver meets when it is rolled back.
     */
    static String effect(At at, JsonReading reading) {
        Scope scope = at.scope();
        boolean sends = scope.roles().contains(Action.SEND);
        boolean receives = scope.roles().contains(Action.RECEIVE);
        boolean kept = scope.retention() != Retention.TRANSIENT;
        String backward = receives || kept ? refusal("new readers refuse ", " of old senders", reading.backward()) : "";
        String forward = sends
                ? refusal("old readers refuse ", " of new senders", reading.forward())
                : backward.isEmpty() ? refusal("once rolled back, readers refuse ", "", reading.forward()) : "";
        String both = forward + (forward.isEmpty() || backward.isEmpty() ? "" : ", and ") + backward;
        return both.isEmpty() ? "" : ": " + both;
    }

    /** The same; where nobody is refused, who would be if senders send what they neither declare nor forbid. */
    static String effect(At at, JsonReading reading, JsonReading literally) {
        String certain = effect(at, reading);
        String doubtful = certain.isEmpty() ? effect(at, literally) : "";
        return certain.isEmpty() && !doubtful.isEmpty()
                ? doubtful + ", if these send what they do not declare"
                : certain;
    }

    private static String refusal(String who, String whose, JsonVerdict verdict) {
        return verdict instanceof Unreadable no ? who + JsonValue.text(no.witness(), LONGEST) + whose : "";
    }
}
