package io.tidings.compat.avro;

import org.apache.avro.Schema;

/** A reader's schema against a writer's. Compared by identity: deep equality of recursive schemas would cost too much. */
public record SchemaPair(Schema reader, Schema writer) {

    @Override
    @SuppressWarnings("ReferenceEquality") // Identity is the point.
    public boolean equals(Object other) {
        return other instanceof SchemaPair that && reader == that.reader && writer == that.writer;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(reader) + System.identityHashCode(writer);
    }
}
