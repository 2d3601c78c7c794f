package io.tidings.messaging.avro;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Writes and reads the records of one generated class in Avro's binary encoding, field after field, without walking a schema.
 * Writes the bytes that Avro's own encoder writes; reads what was written with the class's own schema, and no other.
 *
 * <p>Codecs are generated, not written, and safe for use by several threads.
 *
 * @param <R> the record class
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Binary encoding</a>
 */
public abstract class RecordCodec<R> {

    private final Class<R> type;
    private final Schema schema;

    /** For generated subclasses: a record class, and the schema that it was generated with. */
    protected RecordCodec(Class<R> type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The codec that a generated class bears; found once for each class. */
    public static <R> Optional<RecordCodec<R>> of(Class<R> type) {
        return CodecLookup.find(type);
    }

    /** The record class. */
    public final Class<R> type() {
        return type;
    }

    /** What is written and read, string types and logical types included. */
    public final Schema schema() {
        return schema;
    }

    /**
     * Appends a record.
     *
     * @throws RuntimeException if a value does not fit the schema; what was appended by then is of no use
     */
    public abstract void write(R record, DatumOutput out);

    /**
     * Reads a record.
     *
     * @throws MalformedDatumException if the bytes are not what the schema says
     */
    public abstract R read(DatumInput in);
}
