package io.tidings.messaging.serde;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.MalformedDatumException;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.FastReaderBuilder;

/** Avro's own writer and reader of a class for which no codec was generated, as a codec. Safe for use by several threads. */
final class OwnCodec<R> extends RecordCodec<R> {

    private final DatumWriter<R> writer;
    private final DatumReader<R> reader;
    private final ReadCost cost;

    @SuppressWarnings("unchecked") // Avro's models make writers of whatever fits the schema
    private OwnCodec(Class<R> type, Schema schema, RecordModel model) throws IOException {
        super(type, schema);
        this.writer = model.createDatumWriter(schema);
        this.reader = new FastReaderBuilder(model).createDatumReader(schema, schema);
        this.cost = ReadCost.of(schema, schema, model);
    }

    /** The class's own codec, where it has one that fits; else one of these. */
    @SuppressWarnings("unchecked") // a codec is found for its class
    static <R> RecordCodec<R> find(Class<R> type) {
        Schema schema = Models.schemaOf(type);
        RecordModel model = RecordModel.of(type);
        RecordCodec<Object> generated = TrustedCodecs.writing(schema, model);
        try {
            return generated == null
                    ? new OwnCodec<>(type, schema, model)
                    : (RecordCodec<R>) (RecordCodec<?>) generated;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it resolves a schema with itself
        }
    }

    @Override
    public void write(R record, DatumOutput out) {
        try {
            writer.write(record, new ByteArrayEncoder(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        }
    }

    @Override
    @SuppressWarnings("NullAway") // there is nothing to be read into
    public R read(DatumInput in) {
        try {
            return reader.read(null, new ByteArrayDecoder(in, cost));
        } catch (IOException | AvroRuntimeException e) {
            throw new MalformedDatumException(String.valueOf(e.getMessage()), e);
        }
    }
}
