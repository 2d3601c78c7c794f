package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.avro.DatumOutput;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class ByteArrayDecoderTest {

    private static final Schema WRITTEN = schema("{\"name\":\"n\",\"type\":\"int\"}");
    private static final Schema READ =
            schema("{\"name\":\"n\",\"type\":\"int\"}, {\"name\":\"share\",\"type\":\"double\",\"default\":0.5},"
                    + " {\"name\":\"hash\",\"type\":\"bytes\",\"default\":\"\"}");

    private static Schema schema(String fields) {
        return new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"Bag\",\"fields\":[{\"name\":\"items\",\"type\":{\"type\":\"array\","
                                + "\"items\":{\"type\":\"record\",\"name\":\"Item\",\"fields\":[" + fields + "]}}}]}");
    }

    /** Avro 1.12.2 takes an array for truncated whose items take more bytes in the reader's schema than in the writer's. */
    @Test
    void readsArraysWhoseItemsHaveMoreFieldsForTheReader() {
        byte[] message = message(3, 7, 8, 9, 0);

        GenericRecord bag = (GenericRecord)
                PayloadReader.resolve(WRITTEN, READ, Models.PLAIN, false).read(message, WireFormat.HEADER);

        assertThat((List<?>) bag.get("items"))
                .extracting(item -> ((GenericRecord) item).get("n"), item -> ((GenericRecord) item).get("share"))
                .containsExactly(tuple(7, 0.5), tuple(8, 0.5), tuple(9, 0.5));
    }

    @Test
    void refusesArraysThatPromiseMoreThanTheMessageHolds() {
        PayloadReader reader = PayloadReader.resolve(WRITTEN, READ, Models.PLAIN, false);

        for (long items : new long[] {4, 70_000, 1L << 40, Long.MAX_VALUE}) {
            assertThatExceptionOfType(PoisonMessageException.class)
                    .isThrownBy(() -> reader.read(message(items, 7, 8, 9), WireFormat.HEADER));
        }
    }

    private static byte[] message(long... numbers) {
        DatumOutput out = new DatumOutput();
        out.reset(WireFormat.HEADER);
        for (long number : numbers) {
            out.writeLong(number);
        }
        byte[] message = out.toByteArray();
        WireFormat.putHeader(message, 1);
        return message;
    }
}
