package io.tidings.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The named peer: Avro itself as a careful user calls it, everything reused, and the frame put before by hand. */
final class AvroPeer implements Contender {

    private static final int HEADER = 5;

    private final SpecificRecord record;
    private final DatumWriter<SpecificRecord> writer;
    private final DatumReader<SpecificRecord> reader;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final byte[] header =
            ByteBuffer.allocate(HEADER).put((byte) 0).putInt(1).array();
    private final byte[] message;
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    /**
     * A peer for one record.
     *
     * @param customCoders whether Avro's generated coders are switched on, which records with logical types do not have
     */
    AvroPeer(SpecificRecord record, boolean customCoders) throws IOException {
        this.record = record;
        SpecificData model = SpecificData.getForClass(record.getClass());
        SpecificData own = new SpecificData(record.getClass().getClassLoader());
        model.getConversions().forEach(own::addLogicalTypeConversion);
        own.setCustomCoders(customCoders);
        own.setFastReaderEnabled(!customCoders);
        this.writer = new SpecificDatumWriter<>(record.getSchema(), own);
        this.reader = new SpecificDatumReader<>(record.getSchema(), record.getSchema(), own);
        this.message = write();
    }

    @Override
    public byte[] write() throws IOException {
        out.reset();
        out.write(header, 0, HEADER);
        BinaryEncoder reused = EncoderFactory.get().binaryEncoder(out, encoder);
        encoder = reused;
        writer.write(record, reused);
        reused.flush();
        return out.toByteArray();
    }

    @Override
    public SpecificRecord read() throws IOException {
        BinaryDecoder reused = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, decoder);
        decoder = reused;
        return reader.read(null, reused);
    }
}
