package io.tidings.benchmarks;

import com.example.shop.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** The named peer: Avro itself as a careful user calls it, everything reused, and the frame put before by hand. */
final class AvroPeer {

    private static final int HEADER = 5;

    private final SpecificDatumWriter<Order> writer = new SpecificDatumWriter<>(Order.class);
    private final SpecificDatumReader<Order> reader = new SpecificDatumReader<>(Order.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final byte[] header;
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    AvroPeer(int schemaId) {
        this.header = ByteBuffer.allocate(HEADER).put((byte) 0).putInt(schemaId).array();
    }

    byte[] write(Order order) throws IOException {
        out.reset();
        out.write(header, 0, HEADER);
        BinaryEncoder reused = EncoderFactory.get().binaryEncoder(out, encoder);
        encoder = reused;
        writer.write(order, reused);
        reused.flush();
        return out.toByteArray();
    }

    Order read(byte[] message) throws IOException {
        BinaryDecoder reused = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, decoder);
        decoder = reused;
        return reader.read(null, reused);
    }
}
