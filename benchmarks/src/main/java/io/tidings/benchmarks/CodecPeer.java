package io.tidings.benchmarks;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.apache.avro.specific.SpecificRecord;

/**
 * The generated codec without the serializer around it: the difference is what finding the writer and its schema's id, the
 * frame, and being safe for several threads cost.
 */
final class CodecPeer<R extends SpecificRecord> implements Contender {

    private static final int HEADER = 5;

    private final R record;
    private final RecordCodec<R> codec;
    private final DatumOutput out = new DatumOutput();
    private final byte[] message;

    private CodecPeer(R record, Class<R> type) {
        this.record = record;
        this.codec = RecordCodec.of(type).orElseThrow();
        this.message = write();
    }

    @SuppressWarnings("unchecked") // an object is of its own class
    static <R extends SpecificRecord> CodecPeer<R> of(R record) {
        return new CodecPeer<>(record, (Class<R>) record.getClass());
    }

    @Override
    public byte[] write() {
        out.reset(HEADER);
        codec.write(record, out);
        byte[] framed = out.toByteArray();
        framed[0] = 0;
        framed[1] = 0;
        framed[2] = 0;
        framed[3] = 0;
        framed[4] = 1;
        return framed;
    }

    @Override
    public R read() {
        return codec.read(new DatumInput(message, HEADER));
    }
}
