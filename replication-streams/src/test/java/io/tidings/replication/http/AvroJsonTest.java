package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroJsonTest {

    private static final String UUID_TEXT = "6b1e7c1e-9c1f-4f43-8a50-6a6f1c9d1b00";

    @ParameterizedTest
    @CsvSource({
        "int, date, 20000, 2024-10-04",
        "int, time-millis, 3723004, 01:02:03.004",
        "long, time-micros, 3723004005, 01:02:03.004005",
        "long, timestamp-millis, 1, 1970-01-01T00:00:00.001Z",
        "long, timestamp-millis, -1, 1969-12-31T23:59:59.999Z",
        "long, timestamp-micros, 1, 1970-01-01T00:00:00.000001Z",
        "long, local-timestamp-millis, 1000, 1970-01-01T00:00:01",
    })
    void timesAreIso(String type, String logical, long value, String expected) {
        Object datum = type.equals("int") ? (Object) (int) value : (Object) value;
        assertThat(json("{\"type\":\"" + type + "\",\"logicalType\":\"" + logical + "\"}", datum))
                .isEqualTo("\"" + expected + "\"");
    }

    @Test
    void whatIsNoTimeIsANumber() {
        assertThat(json("{\"type\":\"int\",\"logicalType\":\"time-millis\"}", -5))
                .isEqualTo("-5");
    }

    @Test
    void classesOfLogicalTypesAreTextsToo() {
        assertThat(json("\"long\"", Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
        assertThat(json("\"int\"", LocalDate.EPOCH)).isEqualTo("\"1970-01-01\"");
        assertThat(json("\"string\"", UUID.fromString(UUID_TEXT))).isEqualTo("\"" + UUID_TEXT + "\"");
        assertThat(json("\"bytes\"", new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
    }

    @Test
    void decimalsKeepTheirScale() {
        String schema = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}";
        assertThat(json(schema, ByteBuffer.wrap(new byte[] {4, -46}))).isEqualTo("\"12.34\"");
        assertThat(json("[\"null\"," + schema + "]", ByteBuffer.wrap(new byte[] {-1})))
                .isEqualTo("\"-0.01\"");
    }

    @Test
    void bytesAreBase64AndAreNotUsedUp() {
        ByteBuffer bytes = ByteBuffer.wrap("any".getBytes(StandardCharsets.UTF_8));
        assertThat(json("\"bytes\"", bytes)).isEqualTo("\"YW55\"");
        assertThat(json("\"bytes\"", bytes)).isEqualTo("\"YW55\"");
    }

    @Test
    void numbersThatAreNoneAreTexts() {
        assertThat(json("\"double\"", Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(json("\"float\"", Float.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"");
        assertThat(json("\"float\"", 0.1f)).isEqualTo("0.1");
        assertThat(json("\"long\"", Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    }

    @Test
    void recordsUnionsArraysAndMapsArePlain() {
        Schema schema = new Schema.Parser().parse("""
                {"type":"record","name":"Order","fields":[
                  {"name":"id","type":["null","string"]},
                  {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
                    {"name":"count","type":["int","null"]}]}}},
                  {"name":"days","type":{"type":"map","values":{"type":"int","logicalType":"date"}}},
                  {"name":"state","type":{"type":"enum","name":"State","symbols":["OPEN"]}}]}""");
        GenericRecord line =
                new GenericData.Record(schema.getField("lines").schema().getElementType());
        line.put("count", 2);
        GenericRecord order = new GenericData.Record(schema);
        order.put("id", "o\"1");
        order.put("lines", Arrays.asList(line, null));
        order.put("days", Map.of("first", 0));
        order.put("state", new GenericData.EnumSymbol(schema.getField("state").schema(), "OPEN"));

        assertThat(json(null, order))
                .isEqualTo("{\"id\":\"o\\\"1\",\"lines\":[{\"count\":2},null],\"days\":{\"first\":\"1970-01-01\"},"
                        + "\"state\":\"OPEN\"}");
        assertThat(json("[\"null\",{\"type\":\"array\",\"items\":\"boolean\"}]", List.of(true)))
                .isEqualTo("[true]");
        assertThat(json("\"null\"", null)).isEqualTo("null");
    }

    private static String json(@Nullable String schema, @Nullable Object datum) {
        Schema parsed = schema == null ? null : new Schema.Parser().parse(schema);
        Reply reply = Reply.json(200, json -> new AvroJson(json).write(parsed, datum));
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
