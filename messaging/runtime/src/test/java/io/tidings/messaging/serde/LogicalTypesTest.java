package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Logical;
import com.example.shop.Span;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.util.TimePeriod;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Each logical type, through Kafka's interfaces: as a generated class has it, and as generic records do. */
class LogicalTypesTest {

    private static final UUID ID = UUID.fromString("019388c1-0000-7000-8000-000000000001");
    private static final Instant BEFORE_THE_EPOCH = Instant.parse("1969-12-31T23:59:59.123456789Z");
    private static final byte[] MONTHS_DAYS_MILLIS = {1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0};

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void areValuesInGeneratedClasses() {
        byte[] message = write(record());

        assertThat(read(Map.of("specific.avro.reader", "true"), message)).isEqualTo(record());
    }

    @Test
    void areWhatTravelsInGenericRecords() {
        GenericRecord read = (GenericRecord) read(Map.of(), write(record()));

        assertThat(read.get("decimalBytes"))
                .isEqualTo(ByteBuffer.wrap(new BigInteger("-12345678901234567890").toByteArray()));
        assertThat(((GenericFixed) read.get("decimalFixed")).bytes())
                .isEqualTo(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -100});
        assertThat(read.get("uuidText")).hasToString(ID.toString());
        assertThat(((GenericFixed) read.get("uuidFixed")).bytes())
                .isEqualTo(ByteBuffer.allocate(16)
                        .putLong(ID.getMostSignificantBits())
                        .putLong(ID.getLeastSignificantBits())
                        .array());
        assertThat(read.get("day")).isEqualTo((int) LocalDate.of(1969, 12, 31).toEpochDay());
        assertThat(read.get("timeMillis")).isEqualTo(86_399_999);
        assertThat(read.get("timeMicros")).isEqualTo(86_399_999_999L);
        assertThat(read.get("timestampMillis")).isEqualTo(-877L);
        assertThat(read.get("timestampMicros")).isEqualTo(-876_544L);
        assertThat(read.get("timestampNanos")).isEqualTo(-876_543_211L);
        assertThat(read.get("localMillis")).isEqualTo(-877L);
        assertThat(read.get("localMicros")).isEqualTo(-876_544L);
        assertThat(read.get("localNanos")).isEqualTo(-876_543_211L);
        assertThat(((GenericFixed) read.get("span")).bytes()).isEqualTo(MONTHS_DAYS_MILLIS);
        assertThat(read.get("maybe")).isEqualTo(-877L);
        assertThat(read.get("many"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(ByteBuffer.wrap(new byte[] {125}));
        assertThat(read.get("unknown")).hasToString("as it is");
        assertThat(write(read)).isEqualTo(write(record()));
    }

    @Test
    void areValuesInGenericRecordsWhenAskedFor() {
        Logical record = record();
        byte[] message = write(record);

        GenericRecord read = (GenericRecord) read(Map.of("avro.use.logical.type.converters", "true"), message);

        for (String field : List.of(
                "decimalBytes",
                "decimalFixed",
                "uuidText",
                "uuidFixed",
                "day",
                "timeMillis",
                "timeMicros",
                "timestampMillis",
                "timestampMicros",
                "timestampNanos",
                "localMillis",
                "localMicros",
                "localNanos",
                "maybe",
                "many")) {
            assertThat(read.get(field)).as(field).isEqualTo(record.get(field));
        }
        assertThat(read.get("span")).isEqualTo(TimePeriod.of(1, 2, 3));
        assertThat(write(read)).isEqualTo(message);
    }

    @Test
    void areWrittenAsAvroWritesThem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(Logical.class).write(record(), encoder);
        encoder.flush();

        byte[] message = write(record());

        assertThat(message).endsWith(out.toByteArray()).hasSize(5 + out.size());
    }

    @Test
    void areTakenInEitherFormFromGenericRecords() {
        GenericData.Record plain = (GenericData.Record) read(Map.of(), write(record()));
        GenericRecord mixed = new GenericRecordBuilder(plain)
                .set("timestampMillis", BEFORE_THE_EPOCH)
                .set("uuidText", ID)
                .build();

        assertThat(write(mixed)).isEqualTo(write(record()));
    }

    private static Logical record() {
        Instant millis = Instant.ofEpochMilli(-877);
        return Logical.newBuilder()
                .setDecimalBytes(new BigDecimal("-1234567890123456.7890"))
                .setDecimalFixed(new BigDecimal("-1.00"))
                .setUuidText(ID)
                .setUuidFixed(ID)
                .setDay(LocalDate.of(1969, 12, 31))
                .setTimeMillis(LocalTime.parse("23:59:59.999"))
                .setTimeMicros(LocalTime.parse("23:59:59.999999"))
                .setTimestampMillis(millis)
                .setTimestampMicros(Instant.parse("1969-12-31T23:59:59.123456Z"))
                .setTimestampNanos(BEFORE_THE_EPOCH)
                .setLocalMillis(LocalDateTime.parse("1969-12-31T23:59:59.123"))
                .setLocalMicros(LocalDateTime.parse("1969-12-31T23:59:59.123456"))
                .setLocalNanos(LocalDateTime.parse("1969-12-31T23:59:59.123456789"))
                .setSpan(new Span(MONTHS_DAYS_MILLIS))
                .setMaybe(millis)
                .setMany(List.of(new BigDecimal("1.25")))
                .setUnknown("as it is")
                .build();
    }

    private byte[] write(Object payload) {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of("avro.remove.java.properties", "true"), false);
        byte[] message = serializer.serialize("logical", payload);
        assertThat(message).isNotNull();
        return message;
    }

    private Object read(Map<String, ?> configuration, byte[] message) {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(configuration, false);
        Object payload = deserializer.deserialize("logical", message);
        assertThat(payload).isNotNull();
        return payload;
    }
}
