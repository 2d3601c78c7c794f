package io.tidings.compat.diff;

import io.tidings.compat.avro.ReadVerdict;
import io.tidings.compat.json.JsonVerdict.Undecided;

/** A difference of a message, its headers, or a payload that is not compared field by field. */
public sealed interface MessageChange extends Change {

    /**
     * New on its channel, or for an operation of it.
     *
     * @param before how many kinds of messages there were
     */
    record Added(At at, int before) implements MessageChange {}

    record Removed(At at) implements MessageChange {}

    /** Same payload, other key. */
    record KeyRenamed(At at, String from, String to) implements MessageChange {}

    record ContentTypeChanged(At at, String from, String to) implements MessageChange {}

    /** From Avro to JSON Schema, and the like. */
    record SchemaFamilyChanged(At at, String from, String to) implements MessageChange {}

    record CorrelationIdChanged(At at, String from, String to) implements MessageChange {}

    record SchemaIdLocationChanged(At at, String from, String to) implements MessageChange {}

    record SchemaIdEncodingChanged(At at, String from, String to) implements MessageChange {}

    record LookupStrategyChanged(At at, String from, String to) implements MessageChange {}

    /**
     * The Kafka message binding's key.
     *
     * @param sameBytes whether bare keys that both schemas admit have the same bytes
     * @param reading which keys readers refuse; of a key with other bytes nobody asks
     */
    record KeySchemaChanged(At at, String what, boolean sameBytes, JsonReading reading) implements MessageChange {

        /** Keys have other bytes. */
        KeySchemaChanged(At at, String what) {
            this(at, what, false, JsonReading.HARMLESS);
        }
    }

    /** A header that every message must have from now on. */
    record RequiredHeaderAdded(At at, String name) implements MessageChange {}

    record OptionalHeaderAdded(At at, String name) implements MessageChange {}

    record HeaderRemoved(At at, String name, boolean required) implements MessageChange {}

    record HeaderOptionalityChanged(At at, String name, boolean required) implements MessageChange {}

    /**
     * The schema of a header.
     *
     * @param name empty where what is said of all headers together changed
     * @param boundsOnly whether it is of the same type as before: only its bounds or its pattern changed
     */
    record HeaderTypeChanged(At at, String name, JsonReading reading, boolean boundsOnly) implements MessageChange {}

    /**
     * The schema of a payload or of headers changed, and what that means was not found out.
     *
     * @param what the schema, by its language or by what it describes
     * @param keyword that is not decided; empty where the language has no checker
     * @param forward whether it is open what base readers make of what the head sends
     * @param backward whether it is open what head readers make of what the base sent
     */
    record PayloadUndecided(At at, String what, String keyword, boolean forward, boolean backward)
            implements MessageChange {

        /** Of a reading that is open. */
        static PayloadUndecided of(At at, String what, JsonReading reading) {
            boolean forward = reading.forward() instanceof Undecided;
            Undecided reason = (Undecided) (forward ? reading.forward() : reading.backward());
            return new PayloadUndecided(at, what, reason.keyword(), forward, reading.backward() instanceof Undecided);
        }
    }

    /**
     * An Avro payload that is not the same: both directions, read by Avro's rules.
     *
     * @param forward whether base readers can read what the head writes
     * @param backward whether head readers can read what the base wrote
     */
    record PayloadChanged(At at, ReadVerdict forward, ReadVerdict backward) implements MessageChange {}
}
