package io.tidings.replication.internal.sql;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.TextReader;
import io.tidings.replication.internal.sql.layout.SqlIndex;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A view of restaurants in a database of its own, and what writes and reads it, without any broker. */
final class SqlFixture {

    static final TopicPartition FIRST = new TopicPartition("v1", 0);
    static final TopicPartition SECOND = new TopicPartition("v2", 0);

    static final Schema RESTAURANT = new Schema.Parser().parse("""
            {"type":"record","name":"Restaurant","fields":[
              {"name":"name","type":"string"},
              {"name":"openSince","type":["null","int"],"default":null},
              {"name":"order","type":{"type":"array","items":"string"},"default":[]}]}""");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Indexer BY_NAME = value -> List.of(new IndexEntry(0, bytes(read(value, "name"))));

    final String name = "sql_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    final DataSource source;
    final SqlSchema schema;
    final Replica replica;
    final OffsetTable offsets = new OffsetTable("app-Restaurants-1");
    final RowsTable rowsTable;
    private final Clock clock;
    private long offset;

    SqlFixture() {
        this(
                RESTAURANT,
                List.of(new SqlIndex("name", false)),
                KeyType.STRING,
                KeyOrder.AS_THEY_ARE,
                BY_NAME,
                Clock.systemUTC());
    }

    SqlFixture(Schema row, List<SqlIndex> indexes, KeyType<?> key, KeyOrder order, Indexer indexer, Clock clock) {
        this.clock = clock;
        this.source = source(name);
        this.schema = SqlSchema.of("Restaurants", "app-Restaurants-1", key, row, indexes);
        this.rowsTable = new RowsTable(schema);
        List<Input> inputs = List.of(new Input(0, "v1", new TextReader(0)), new Input(1, "v2", new TextReader(1)));
        this.replica = new Replica("Restaurants", "Restaurants-1", inputs, true, order, indexer);
        in(connection -> {
            new SqlTables(schema, "app-Restaurants-1").prepare(connection, true);
            return true;
        });
    }

    /** A schema each, since a database takes longer to make. */
    private static DataSource source(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresServer.shared().jdbcUrl("postgres"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        source.setCurrentSchema(schema);
        return source;
    }

    BatchWriter writer() {
        return writer(source);
    }

    BatchWriter writer(DataSource other) {
        return new BatchWriter(new Database(other), offsets, rowsTable, replica, schema, new Applier(replica, clock));
    }

    SqlRows rows() {
        return new SqlRows("Restaurants", new Database(source), rowsTable, replica.order());
    }

    /** The right to write for these. */
    Map<TopicPartition, Claim> claim(String owner, TopicPartition... partitions) {
        return in(connection ->
                offsets.claim(connection, List.of(partitions), owner, Map.of("v1", "id-1", "v2", "id-2")));
    }

    Event upsert(long version, String restaurant) {
        return new Event.Upsert(0, offset++, version, restaurant(restaurant, null));
    }

    Event delete(long version) {
        return new Event.Delete(0, offset++, version);
    }

    Event poison(@Nullable Long version) {
        return new Event.Poison(0, offset++, version, "bad bytes");
    }

    Arrival arrival(String key, Event event) {
        return arrival(bytes(key), event, FIRST);
    }

    static Arrival arrival(byte[] key, Event event, TopicPartition partition) {
        var origin = new Received.Origin(
                partition.topic(), partition.partition(), event.offset(), Instant.ofEpochMilli(1_000 + event.offset()));
        return new Arrival(key, event, origin);
    }

    /** A batch that moves each partition behind its last arrival. */
    static Batch batch(List<Arrival> arrivals) {
        Map<TopicPartition, Long> next = new LinkedHashMap<>();
        arrivals.forEach(
                arrival -> next.put(arrival.partition(), arrival.event().offset() + 1));
        return new Batch(arrivals, next);
    }

    /** All rows, by key. */
    Map<String, Row> all() {
        Map<String, Row> all = new TreeMap<>();
        rows().forEach((key, row) -> all.put(new String(key, StandardCharsets.UTF_8), row) == null);
        return all;
    }

    /** Offset, live, graves and parked of the first partition, and everything in the rows' own columns: all that a batch writes. */
    String written() {
        return query("SELECT next_offset, live, graves, parked FROM tidings_replica_offset WHERE topic = 'v1'") + "\n"
                + query("SELECT key, tidings_state, tidings_version, tidings_parked, name, tidings_by_name FROM "
                        + schema.table() + " ORDER BY 1");
    }

    /** Rows as lines. */
    String query(String sql) {
        return in(connection -> {
            List<String> lines = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int at = 1; at <= columns; at++) {
                        values.add(row.getString(at));
                    }
                    lines.add(String.join("|", values));
                }
            }
            return String.join("\n", lines);
        });
    }

    void execute(String sql) {
        in(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T in(Work<T> work) {
        try {
            return new Database(source).write(work::in);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static RowValue restaurant(String name, @Nullable Integer since) {
        return value(new GenericRecordBuilder(RESTAURANT)
                .set("name", name)
                .set("openSince", since)
                .build());
    }

    static RowValue value(GenericRecord row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RowValue.of(bytes.toByteArray());
    }

    private static String read(RowValue value, String field) {
        try {
            GenericRecord row = new GenericDatumReader<GenericRecord>(RESTAURANT)
                    .read(null, DecoderFactory.get().binaryDecoder(value.bytes(), null));
            return String.valueOf(row.get(field));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
