package io.tidings.replication.internal.sql;

import static io.tidings.replication.internal.sql.SqlFixture.FIRST;
import static io.tidings.replication.internal.sql.SqlFixture.batch;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.KeyOrder;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** What Avro's types are in PostgreSQL, asked of PostgreSQL. */
class SqlTypesIT {

    private static final Schema ALL = new Schema.Parser().parse("""
            {"type":"record","name":"All","fields":[
              {"name":"text","type":"string"},
              {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"]}},
              {"name":"real","type":"float"},
              {"name":"flag","type":["boolean","null"]},
              {"name":"bytes","type":"bytes"},
              {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
              {"name":"day","type":{"type":"int","logicalType":"date"}},
              {"name":"hour","type":{"type":"int","logicalType":"time-millis"}},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}},
              {"name":"local","type":{"type":"long","logicalType":"local-timestamp-millis"}},
              {"name":"nanos","type":["null",{"type":"long","logicalType":"timestamp-nanos"}]},
              {"name":"id","type":{"type":"string","logicalType":"uuid"}},
              {"name":"either","type":["null","string","long"]},
              {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
                {"name":"label","type":"string"},{"name":"amount","type":"double"},
                {"name":"due","type":{"type":"int","logicalType":"date"}}]}}},
              {"name":"more","type":{"type":"map","values":["null","bytes"]}}]}""");

    private final SqlFixture fixture =
            new SqlFixture(ALL, List.of(), KeyType.LONG, KeyOrder.SIGNED, Indexer.NONE, Clock.systemUTC());
    private long offset;

    @Test
    void eachTypeHasItsColumn() throws Exception {
        write(row(), Map.of());

        assertThat(fixture.query("SELECT key, text, kind, \"real\", flag, bytes, price, day, hour,"
                        + " \"at\" AT TIME ZONE 'UTC', local, nanos AT TIME ZONE 'UTC', id, either, lines, more FROM "
                        + fixture.schema.table()))
                .isEqualTo("-5|Zoë|B|1.5|f|\\x00ff|-12.34|2026-11-23|12:30:00|2026-11-23 12:30:00.000001|"
                        + "1969-12-31 23:59:59.999|2026-11-23 12:30:00.999999|6f1c0c9a-0b1e-4b0e-9d52-0c1d8f6a1b2c|"
                        + "\"text\"|[{\"due\": \"1970-01-02\", \"label\": \"a \\\"b\\\\c\", \"amount\": \"NaN\"}]|"
                        + "{\"x\": \"\\\\x0102\", \"y\": null}");
        assertThat(fixture.query("SELECT pg_typeof(price), pg_typeof(day), pg_typeof(hour), pg_typeof(\"at\"),"
                        + " pg_typeof(local), pg_typeof(id), pg_typeof(either) FROM " + fixture.schema.table()))
                .isEqualTo("numeric|date|time without time zone|timestamp with time zone|timestamp without time zone|"
                        + "uuid|jsonb");
    }

    @Test
    void momentsFarAwayAreWhatTheyAre() throws Exception {
        long ides = LocalDate.of(-43, 3, 15).toEpochDay();
        write(
                row(),
                Map.of("day", (int) ides, "local", LocalDate.of(12_026, 1, 1).toEpochDay() * 86_400_000L));

        assertThat(fixture.query("SELECT day, local FROM " + fixture.schema.table()))
                .isEqualTo("0044-03-15 BC|12026-01-01 00:00:00");
    }

    @Test
    void whatPostgresDoesNotHaveParksTheKey() throws Exception {
        List<String> reasons = new ArrayList<>();
        for (Map<String, Object> unfit : List.<Map<String, Object>>of(
                Map.of("text", "a\0b"),
                Map.of("either", "a\0b"),
                Map.of("id", "1-1-1-1-1"),
                Map.of("day", Integer.MAX_VALUE),
                Map.of("hour", 86_400_000),
                Map.of("local", Long.MAX_VALUE),
                Map.of("price", ByteBuffer.wrap(new byte[0])))) {
            write(row(), unfit);
            Row row = fixture.all().values().iterator().next();
            assertThat(row.live()).isFalse();
            reasons.add(requireNonNull(row.parked()).reason());
        }
        assertThat(reasons)
                .containsExactly(
                        "field 'text' holds the character U+0000, which text in PostgreSQL cannot hold",
                        "field 'either' holds the character U+0000, which text in PostgreSQL cannot hold",
                        "field 'id' holds '1-1-1-1-1', which is no UUID",
                        "field 'day' holds a moment in the year 5881580, which PostgreSQL does not know",
                        "field 'hour' holds the time of day 86400000000 µs, which no day has",
                        "field 'local' holds a moment in the year 292278994, which PostgreSQL does not know",
                        "field 'price' holds a decimal of no bytes");
    }

    @Test
    void aBackslashBeforeU0000IsNoSuchCharacter() throws Exception {
        write(row(), Map.of("text", "\\u0000", "either", "\\u0000"));

        assertThat(fixture.query("SELECT text, either FROM " + fixture.schema.table()))
                .isEqualTo("\\u0000|\"\\\\u0000\"");
    }

    private void write(GenericRecordBuilder row, Map<String, Object> instead) throws Exception {
        instead.forEach(row::set);
        long at = offset++;
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(-5).array();
        Event event = new Event.Upsert(0, at, 1 + at, SqlFixture.value(row.build()));
        fixture.writer().write(batch(List.of(SqlFixture.arrival(key, event, FIRST))), fixture.claim("a", FIRST));
    }

    private static GenericRecordBuilder row() {
        GenericData.Record line = new GenericRecordBuilder(
                        ALL.getField("lines").schema().getElementType())
                .set("label", "a \"b\\c")
                .set("amount", Double.NaN)
                .set("due", 1)
                .build();
        long noon = Instant.parse("2026-11-23T12:30:00Z").toEpochMilli();
        Map<String, Object> more = new TreeMap<>();
        more.put("x", ByteBuffer.wrap(new byte[] {1, 2}));
        more.put("y", null);
        return new GenericRecordBuilder(ALL)
                .set("text", "Zoë")
                .set("kind", new GenericData.EnumSymbol(ALL.getField("kind").schema(), "B"))
                .set("real", 1.5f)
                .set("flag", false)
                .set("bytes", ByteBuffer.wrap(new byte[] {0, -1}))
                .set("price", ByteBuffer.wrap(new byte[] {(byte) 0xFB, 0x2E}))
                .set("day", (int) LocalDate.of(2026, 11, 23).toEpochDay())
                .set("hour", 45_000_000)
                .set("at", noon * 1_000 + 1)
                .set("local", -1L)
                .set("nanos", noon * 1_000_000 + 999_999_999)
                .set("id", "6f1c0c9a-0b1e-4b0e-9d52-0c1d8f6a1b2c")
                .set("either", "text")
                .set("lines", List.of(line))
                .set("more", more);
    }
}
