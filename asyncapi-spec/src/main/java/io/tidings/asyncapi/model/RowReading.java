package io.tidings.asyncapi.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Resolver;
import org.apache.avro.Resolver.Action;
import org.apache.avro.Schema;

/**
 * Whether Avro's decoder reads as one schema whatever another has written. What it does is asked, since {@code
 * SchemaCompatibility} lets more pass: an enum of another namespace within a union, for one.
 */
final class RowReading {
    private final Set<Action> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private RowReading() {}

    static boolean reads(Schema reader, Schema writer) {
        Schema known = Schema.applyAliases(writer, reader);
        return new RowReading().always(Resolver.resolve(known, reader));
    }

    /** Records may hold themselves. */
    private boolean always(Action action) {
        if (action instanceof Resolver.ErrorAction) {
            return false;
        }
        if (!seen.add(action)) {
            return true;
        }
        if (action instanceof Resolver.RecordAdjust record) {
            return Stream.of(record.fieldActions).allMatch(this::always);
        }
        if (action instanceof Resolver.WriterUnion union) {
            return Stream.of(union.actions).allMatch(this::always);
        }
        if (action instanceof Resolver.ReaderUnion union) {
            return always(union.actualAction);
        }
        if (action instanceof Resolver.Container container) {
            return always(container.elementAction);
        }
        if (action instanceof Resolver.EnumAdjust symbols) {
            return IntStream.of(symbols.adjustments).allMatch(index -> index >= 0);
        }
        return true;
    }
}
