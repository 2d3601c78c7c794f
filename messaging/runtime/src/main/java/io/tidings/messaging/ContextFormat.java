package io.tidings.messaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** How the context of a pending request is written. A later version of the program must read it. Safe for several threads. */
public interface ContextFormat<C> {

    /** Text, such as the id of what is waited for. */
    ContextFormat<String> TEXT = new ContextFormat<>() {
        @Override
        public byte[] write(String context) {
            return context.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] written) {
            return new String(written, StandardCharsets.UTF_8);
        }
    };

    /** Bytes as they are. */
    ContextFormat<byte[]> BYTES = new ContextFormat<>() {
        @Override
        public byte[] write(byte[] context) {
            return context;
        }

        @Override
        public byte[] read(byte[] written) {
            return written;
        }
    };

    /**
     * Writes a context.
     *
     * @throws PoisonMessageException if it cannot be written
     */
    byte[] write(C context);

    /**
     * Reads what was written, by an earlier version of the program perhaps.
     *
     * @throws PoisonMessageException if that was something else
     */
    C read(byte[] written);

    /**
     * An Avro record with its schema, so that a later version of its class reads it by Avro's rules of schema resolution.
     */
    static <C extends SpecificRecord> ContextFormat<C> avro(Class<C> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return new ContextFormat<>() {
            @Override
            public byte[] write(C context) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    byte[] json = schema.toString().getBytes(StandardCharsets.UTF_8);
                    DataOutputStream data = new DataOutputStream(out);
                    data.writeInt(json.length);
                    data.write(json);
                    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
                    new SpecificDatumWriter<C>(schema).write(context, encoder);
                    encoder.flush();
                } catch (IOException | RuntimeException e) {
                    throw new PoisonMessageException("A context cannot be written as " + schema.getFullName(), e);
                }
                return out.toByteArray();
            }

            @Override
            public C read(byte[] written) {
                try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(written))) {
                    byte[] json = new byte[Math.min(data.readInt(), written.length)];
                    data.readFully(json);
                    Schema writer = new Schema.Parser().parse(new String(json, StandardCharsets.UTF_8));
                    SpecificDatumReader<C> reader = new SpecificDatumReader<>(type);
                    reader.setSchema(writer);
                    return reader.read(null, DecoderFactory.get().directBinaryDecoder(data, null));
                } catch (IOException | RuntimeException e) {
                    throw new PoisonMessageException("A context cannot be read as " + schema.getFullName(), e);
                }
            }
        };
    }
}
