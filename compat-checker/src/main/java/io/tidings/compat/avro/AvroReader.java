package io.tidings.compat.avro;

import org.apache.avro.Schema;

/** Judges a reader's schema against a writer's. */
public final class AvroReader {

    private AvroReader() {}

    /**
     * Whether data written with {@code writer} can be read with {@code reader}: Avro specification 1.12, "Schema
     * Resolution" and "Aliases". Terminates on recursive schemas, in time linear in the pairs of types that meet.
     */
    public static ReadVerdict judge(Schema reader, Schema writer) {
        Resolution resolution = Resolution.of(reader, writer);
        return new Explanation(resolution).of(new SchemaPair(reader, writer));
    }
}
