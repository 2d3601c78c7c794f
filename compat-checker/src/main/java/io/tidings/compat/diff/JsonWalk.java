package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.diff.JsonChange.PayloadChanged;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchema;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonVerdict.Undecided;
import io.tidings.compat.json.JsonView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Walks two JSON Schemas side by side and says what differs, place by place. Whether a difference breaks anything is never
 * guessed from its kind: the checker is asked about this very keyword at this very place.
 */
final class JsonWalk {

    static final String REWRITTEN = "how the payload's schema is written; it means the same";

    private static final int DEEPEST = 100;

    private record Visit(List<Formula> base, List<Formula> head, boolean forward, boolean backward) {}

    private final Scope scope;
    private final JsonReader reader;
    private final Consumer<Change> found;
    private final Deque<JsonSpot> open = new ArrayDeque<>();
    private final Set<Visit> seen = new HashSet<>();
    private final List<JsonDifference> differences;
    private boolean differs;
    private boolean doubted;
    private boolean reworded;
    private boolean toldForward;
    private boolean toldBackward;

    JsonWalk(Scope scope, JsonReader reader, Consumer<Change> found) {
        this.scope = scope;
        this.reader = reader;
        this.found = found;
        this.differences = List.of(
                new JsonValueDifference(this),
                new JsonObjectDifference(this),
                new JsonArrayDifference(this),
                new JsonCombinationDifference(this),
                new JsonNotes(this));
    }

    /** One aspect of what a schema says. */
    interface JsonDifference {
        void compare(JsonSpot spot, JsonView was, JsonView is);
    }

    JsonReader reader() {
        return reader;
    }

    void payload(At at, JsonSchema was, JsonSchema is) {
        List<Formula> base = List.of(new Refer(was));
        List<Formula> head = List.of(new Refer(is));
        if (reader.same(base.get(0), head.get(0))) {
            if (reader.otherWords(was, is)) {
                found.accept(new DocumentChange.Documentation(at, "the payload's schema"));
            } else if (!reader.sameText(was, is)) {
                found.accept(new DocumentChange.Documentation(at, REWRITTEN));
            }
            return;
        }
        JsonReading reading = new JsonReading(reader.judge(base, head), reader.judge(head, base));
        value(new JsonSpot("$", base, head, was.location(), is.location(), reading, 0));
        conclude(new At(scope, "$", was.location(), is.location()), reading);
    }

    /** What differs in a value and its parts, without a word about the whole. */
    void value(JsonSpot whole) {
        open.add(whole);
        while (!open.isEmpty()) {
            visit(open.poll());
        }
    }

    private void conclude(At at, JsonReading reading) {
        JsonReading untold = new JsonReading(
                toldForward ? JsonVerdict.reads() : reading.forward(),
                toldBackward ? JsonVerdict.reads() : reading.backward());
        undecided(at, untold);
        found.accept(new PayloadChanged(at, reading, !untold.breaksForward(), !untold.breaksBackward()));
        // A schema that is not the same is never passed over, though nobody may mind what differs.
        if (reworded || (!differs && !untold.breaks())) {
            found.accept(new DocumentChange.Documentation(
                    At.of(scope, at.base(), at.head()), reworded || doubted ? "the payload's schema" : REWRITTEN));
        }
    }

    private void visit(JsonSpot spot) {
        Visit visit = new Visit(
                spot.base(),
                spot.head(),
                spot.reading().forward().readable(),
                spot.reading().backward().readable());
        if (!seen.add(visit)) {
            return;
        }
        if (spot.depth() > DEEPEST) {
            undecided(spot.at(scope), spot.reading());
            return;
        }
        JsonView was = JsonView.of(reader, spot.base());
        JsonView is = JsonView.of(reader, spot.head());
        reworded |= !was.words().equals(is.words());
        differences.forEach(difference -> difference.compare(spot, was, is));
    }

    /** Goes on with a part of the value. */
    void part(JsonSpot around, String step, List<Formula> was, List<Formula> is, Location wasAt, Location isAt) {
        if (same(was, is)) {
            return;
        }
        open.add(new JsonSpot(
                around.path() + step,
                was,
                is,
                wasAt,
                isAt,
                new JsonReading(
                        around.reading().forward().readable() ? JsonVerdict.reads() : reader.judge(was, is),
                        around.reading().backward().readable() ? JsonVerdict.reads() : reader.judge(is, was)),
                around.depth() + 1));
    }

    /** Whether two lists of schemas say the same in the same words; if they do, what people read is compared. */
    boolean same(List<Formula> was, List<Formula> is) {
        if (was.size() != is.size()) {
            return false;
        }
        for (int i = 0; i < was.size(); i++) {
            if (!reader.same(was.get(i), is.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < was.size(); i++) {
            reworded |= was.get(i) instanceof Refer a
                    && is.get(i) instanceof Refer b
                    && reader.otherWords(a.schema(), b.schema());
        }
        return true;
    }

    At at(JsonSpot spot, Location was, Location is) {
        return new At(scope, spot.path(), was, is);
    }

    At at(JsonSpot spot, String step, Location was, Location is) {
        return new At(scope, spot.path() + step, was, is);
    }

    /** A difference that counts only where something is refused, or may be without anyone here minding. */
    void found(At at, JsonReading reading, Function<JsonReading, JsonChange> change) {
        if (reading.breaks() || (reading.open() && !minded(reading))) {
            always(change.apply(reading));
        }
        undecided(at, reading);
    }

    /** A difference in any case. */
    void always(JsonChange change) {
        differs = true;
        toldForward |= change.reading().breaksForward();
        toldBackward |= change.reading().breaksBackward();
        found.accept(change);
    }

    /** Whether what is not decided concerns anyone here. */
    private boolean minded(JsonReading reading) {
        return scope.minds(reading.forward() instanceof Undecided, reading.backward() instanceof Undecided);
    }

    void undecided(At at, JsonReading reading) {
        if (!reading.open()) {
            return;
        }
        boolean forward = reading.forward() instanceof Undecided;
        boolean backward = reading.backward() instanceof Undecided;
        Undecided reason = (Undecided) (forward ? reading.forward() : reading.backward());
        toldForward |= forward;
        toldBackward |= backward;
        doubted = true;
        differs |= minded(reading);
        found.accept(new MessageChange.PayloadUndecided(
                new At(at.scope(), at.path() + reason.path(), at.base(), at.head()),
                "JSON Schema",
                reason.keyword(),
                forward,
                backward));
    }
}
