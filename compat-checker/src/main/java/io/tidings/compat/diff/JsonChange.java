package io.tidings.compat.diff;

import io.tidings.compat.json.JsonType;
import java.util.List;
import java.util.Set;

/** A difference within a JSON Schema. Each carries what the checker found out about this very difference. */
public sealed interface JsonChange extends Change {

    /** Both directions; the values found are those at the place of the difference. */
    JsonReading reading();

    /**
     * The payload as a whole.
     *
     * @param toldForward whether another difference says where the forward direction breaks
     * @param toldBackward whether another difference says where the backward direction breaks
     */
    record PayloadChanged(At at, JsonReading reading, boolean toldForward, boolean toldBackward)
            implements JsonChange {}

    /**
     * A property that must be there from now on.
     *
     * @param isNew whether the property was not described before; else it was optional
     */
    record RequiredAdded(At at, JsonReading reading, String name, boolean isNew) implements JsonChange {}

    /**
     * A property that had to be there before.
     *
     * @param gone whether the property is not described any more; else it is optional now
     */
    record RequiredRemoved(At at, JsonReading reading, String name, boolean gone) implements JsonChange {}

    /** An optional one. */
    record PropertyAdded(At at, JsonReading reading, String name) implements JsonChange {}

    /** An optional one. */
    record PropertyRemoved(At at, JsonReading reading, String name) implements JsonChange {}

    record TypeChanged(At at, JsonReading reading, Set<JsonType> from, Set<JsonType> to) implements JsonChange {}

    /**
     * An enum admits more.
     *
     * @param values as JSON; none where now every value of the type will do
     */
    record ValuesAdded(At at, JsonReading reading, List<String> values) implements JsonChange {}

    /**
     * An enum admits less.
     *
     * @param values as JSON; none where before every value of the type would do
     */
    record ValuesRemoved(At at, JsonReading reading, List<String> values) implements JsonChange {}

    /** A bound of a number, or of how long or how many. */
    record BoundsChanged(At at, JsonReading reading, String what) implements JsonChange {}

    record PatternChanged(At at, JsonReading reading, String what) implements JsonChange {}

    /**
     * Which properties may come that have no description of their own.
     *
     * @param literally the same, if senders do send what they neither declare nor forbid
     * @param closes whether fewer are admitted than before
     */
    record OthersChanged(At at, JsonReading reading, JsonReading literally, boolean closes, String what)
            implements JsonChange {}

    /**
     * Alternatives, conditions, negations and whatever else puts schemas together.
     *
     * @param alternatives whether it is about which kinds of values there are; else about which of them will do
     */
    record CombinationChanged(At at, JsonReading reading, boolean alternatives, String what) implements JsonChange {}

    /**
     * What describes a value without refusing any: {@code format} and its like.
     *
     * @param forward what base readers make of what the head sends
     * @param backward what head readers make of what the base sent
     */
    record FormatChanged(At at, String what, Sense forward, Sense backward) implements JsonChange {
        @Override
        public JsonReading reading() {
            return JsonReading.HARMLESS;
        }
    }

    record DefaultChanged(At at, String what) implements JsonChange {
        @Override
        public JsonReading reading() {
            return JsonReading.HARMLESS;
        }
    }

    /** What readers make of a value that is described otherwise than they know it. */
    enum Sense {
        /** What it is. */
        SAME,
        /** Perhaps something else. */
        DOUBTFUL,
        /** Certainly something else. */
        OTHER
    }
}
