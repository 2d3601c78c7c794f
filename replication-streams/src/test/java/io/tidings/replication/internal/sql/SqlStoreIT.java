package io.tidings.replication.internal.sql;

import static io.tidings.replication.internal.sql.SqlFixture.FIRST;
import static io.tidings.replication.internal.sql.SqlFixture.SECOND;
import static io.tidings.replication.internal.sql.SqlFixture.batch;
import static io.tidings.replication.internal.sql.SqlFixture.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Batches in PostgreSQL, without any broker. */
class SqlStoreIT {

    private final SqlFixture fixture = new SqlFixture();

    @Test
    void aBatchIsRowsColumnsEntriesCountsAndOffset() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.upsert(1, "Roma")),
                                fixture.arrival("2", fixture.upsert(1, "Napoli")),
                                fixture.arrival("1", fixture.upsert(2, "Roma Nord")),
                                fixture.arrival("2", fixture.delete(2)),
                                fixture.arrival("3", fixture.poison(9L)))),
                        claims);

        assertThat(fixture.written()).isEqualTo("""
                5|1|1|1
                1|live|2|null|Roma Nord|\\x526f6d61204e6f7264
                2|grave|2|null|null|null
                3|unknown|0|bad bytes|null|null""");
        List<String> found = new ArrayList<>();
        fixture.rows().byIndex(new IndexEntry(0, bytes("Roma Nord")), (key, row) -> found.add(new String(key, UTF_8)));
        assertThat(found).containsExactly("1");
    }

    /** Updates that overtake deletes within a batch lose rows that were born again. */
    @Test
    void whatIsDeletedAndBornAgainInOneBatchLives() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.upsert(1, "first")),
                                fixture.arrival("1", fixture.delete(2)),
                                fixture.arrival("1", fixture.upsert(3, "second")))),
                        claims);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.delete(4)),
                                fixture.arrival("1", fixture.upsert(5, "third")),
                                fixture.arrival("1", fixture.upsert(4, "late")))),
                        claims);

        assertThat(fixture.written()).startsWith("6|1|0|0\n1|live|5|null|third|");
    }

    @Test
    void aCrashBetweenAnyTwoStatementsLeavesAllOfABatchOrNothing() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.upsert(1, "Roma")),
                                fixture.arrival("2", fixture.upsert(1, "Napoli")))),
                        claims);
        for (boolean done : List.of(false, true)) {
            boolean died = true;
            for (int statement = 1; died; statement++) {
                Batch batch = batch(List.of(
                        fixture.arrival("1", fixture.upsert(10L * statement + (done ? 5 : 0), "Roma " + statement)),
                        fixture.arrival("2", fixture.delete(10L * statement + (done ? 5 : 0))),
                        fixture.arrival("new " + done + statement, fixture.upsert(1, "Bari")),
                        fixture.arrival("3", fixture.poison(null))));
                String before = fixture.written();
                MortalDatabase mortal = new MortalDatabase(fixture.source, statement, done);
                try {
                    fixture.writer(mortal.source()).write(batch, claims);
                } catch (SQLException e) {
                    assertThat(Partitions.passes(e)).isTrue();
                }
                died = mortal.died();
                String after = fixture.written();
                fixture.writer().write(batch, claims);
                String again = fixture.written();

                assertThat(after).as("statement %s", statement).isIn(before, again);
                assertThat(again).isNotEqualTo(before);
            }
        }
        String counted = fixture.query("SELECT live, graves, parked FROM tidings_replica_offset WHERE topic = 'v1'");
        assertThat(counted)
                .isEqualTo(fixture.query("SELECT count(*) FILTER (WHERE tidings_state = 'live'),"
                        + " count(*) FILTER (WHERE tidings_state = 'grave'), count(tidings_parked) FROM "
                        + fixture.schema.table()));
    }

    @Test
    void whoeverWasFencedChangesNothing() throws Exception {
        var old = fixture.claim("old", FIRST, SECOND);
        fixture.writer().write(batch(List.of(fixture.arrival("1", fixture.upsert(1, "Roma")))), old);
        var now = fixture.claim("now", FIRST);
        String before = fixture.written();

        assertThat(requireNonNull(now.get(FIRST)).next()).isEqualTo(1);
        assertThatThrownBy(() -> fixture.writer()
                        .write(batch(List.of(fixture.arrival("1", fixture.upsert(2, "from the grave")))), old))
                .isInstanceOfSatisfying(
                        FencedException.class, e -> assertThat(e.partitions()).containsExactly(FIRST));
        assertThat(fixture.written()).isEqualTo(before);

        fixture.writer().write(batch(List.of(fixture.arrival("1", fixture.upsert(2, "Bari")))), now);
        fixture.writer()
                .write(
                        batch(List.of(SqlFixture.arrival(
                                bytes("2"), new Event.Upsert(1, 0, 1, SqlFixture.restaurant("x", 1)), SECOND))),
                        old);
        assertThat(fixture.all()).hasSize(2);
    }

    /** Two majors of a channel, each on an instance of its own: the same keys at the same time, and new ones above all. */
    @Test
    void instancesThatWriteTheSameKeysAtOnceLeaveTheNewestOfEach() throws Exception {
        long seed = 20_261_123;
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Map<String, Long> newest = new TreeMap<>();
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (TopicPartition partition : List.of(FIRST, SECOND)) {
                List<Batch> batches = batches(partition, random, newest);
                var claims = fixture.claim(partition.topic(), partition);
                writing.add(threads.submit(() -> {
                    for (Batch batch : batches) {
                        writeAtLast(batch, claims);
                    }
                    return true;
                }));
            }
            for (Future<?> written : writing) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Map<String, Long> versions = new TreeMap<>();
        fixture.all().forEach((key, row) -> versions.put(key, row.version()));
        assertThat(versions).as("seed %s", seed).isEqualTo(newest);
        assertThat(fixture.query("SELECT sum(live) FROM tidings_replica_offset"))
                .isEqualTo("" + newest.size());
    }

    private static List<Batch> batches(TopicPartition partition, Random random, Map<String, Long> newest) {
        int log = partition.equals(FIRST) ? 0 : 1;
        List<Batch> batches = new ArrayList<>();
        long offset = 0;
        for (int number = 0; number < 25; number++) {
            List<Arrival> arrivals = new ArrayList<>();
            for (int arrival = 0; arrival < 20; arrival++) {
                String key = "key-" + (number * 5 + random.nextInt(15));
                long version = 1L + random.nextInt(1_000);
                newest.merge(key, version, Math::max);
                Event event = new Event.Upsert(log, offset++, version, SqlFixture.restaurant(key + version, log));
                arrivals.add(SqlFixture.arrival(bytes(key), event, partition));
            }
            batches.add(batch(arrivals));
        }
        return batches;
    }

    private void writeAtLast(Batch batch, Map<TopicPartition, Claim> claims) throws SQLException {
        while (true) {
            try {
                fixture.writer().write(batch, claims);
                return;
            } catch (SQLException e) {
                if (!Partitions.passes(e)) {
                    throw e;
                }
            }
        }
    }

    @Test
    void whatTheDatabaseRefusesParksItsKeyAndNoOther() throws Exception {
        fixture.execute("ALTER TABLE " + fixture.schema.table() + " ADD CONSTRAINT polite CHECK (name <> 'rude')");
        var claims = fixture.claim("a", FIRST);
        List<Arrival> arrivals = new ArrayList<>();
        arrivals.add(fixture.arrival("nul", fixture.upsert(1, "good")));
        for (int number = 0; number < 20; number++) {
            arrivals.add(fixture.arrival("n" + number, fixture.upsert(1, "name " + number)));
        }
        arrivals.add(fixture.arrival("rude", fixture.upsert(1, "rude")));
        arrivals.add(fixture.arrival("nul", fixture.upsert(2, "no\0text")));
        fixture.writer().write(batch(arrivals), claims);

        Map<String, Row> all = fixture.all();
        assertThat(all).hasSize(22);
        assertThat(all.values().stream().filter(Row::live)).hasSize(21);
        assertThat(reason(all, "rude")).contains("the database refuses the row").contains("polite");
        assertThat(requireNonNull(all.get("nul")).version()).isEqualTo(1);
        assertThat(reason(all, "nul")).contains("field 'name' holds the character U+0000");
        assertThat(fixture.written()).startsWith("23|21|0|2\n");

        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("rude", fixture.upsert(2, "kind")),
                                fixture.arrival("nul", fixture.upsert(2, "text")))),
                        claims);
        assertThat(fixture.all().values()).allMatch(row -> row.parked() == null);
    }

    private static String reason(Map<String, Row> rows, String key) {
        return requireNonNull(requireNonNull(rows.get(key)).parked()).reason();
    }

    @Test
    void aKeyThatNoColumnHoldsIsParked() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer().write(batch(List.of(fixture.arrival("no\0key", fixture.upsert(1, "Roma")))), claims);

        assertThat(fixture.query("SELECT key, tidings_parked FROM " + fixture.schema.table()))
                .isEqualTo("null|the key holds the character U+0000, which text in PostgreSQL cannot hold");
    }

    @Test
    void oldGravesAreSweptAndCounted() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.delete(1)),
                                fixture.arrival("2", fixture.delete(1)),
                                fixture.arrival("2", fixture.poison(5L)),
                                fixture.arrival("3", fixture.upsert(1, "Roma")))),
                        claims);
        fixture.writer().write(batch(List.of(fixture.arrival("4", fixture.delete(Long.MAX_VALUE)))), claims);
        Instant soon = Instant.now().plusSeconds(60);
        int removed = fixture.in(connection -> fixture.rowsTable.sweep(connection, soon, 100));

        assertThat(removed).isEqualTo(1);
        assertThat(fixture.all()).as("4 is deleted for good").containsOnlyKeys("2", "3", "4");
        fixture.in(connection -> {
            fixture.offsets.count(connection, Tally.of(0, -1, 0));
            return true;
        });
        assertThat(fixture.query("SELECT sum(graves) FROM tidings_replica_offset"))
                .isEqualTo("2");
    }

    @Test
    void poolsMayBeSetAsTheyLike() throws Exception {
        DataSource manual = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = fixture.source.getConnection();
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                    connection.setAutoCommit(false);
                    return connection;
                });
        var claims = fixture.claim("a", FIRST);
        fixture.writer(manual).write(batch(List.of(fixture.arrival("1", fixture.upsert(1, "Roma")))), claims);
        SqlRows rows = new SqlRows("Restaurants", new Database(manual), fixture.rowsTable, fixture.replica.order());

        assertThat(rows.get(bytes("1"))).isPresent();
    }

    @Test
    void peopleJoinTheLiveRows() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer()
                .write(
                        batch(List.of(
                                fixture.arrival("1", fixture.upsert(1, "Roma")),
                                fixture.arrival("2", fixture.delete(1)))),
                        claims);
        show(fixture.schema, "app-", "app-Restaurants-1");
        fixture.execute("CREATE TABLE meal (id int, restaurant text)");
        fixture.execute("INSERT INTO meal VALUES (7, '1'), (8, '2')");

        String meals = """
                SELECT m.id, r.name, r."order"
                FROM meal m JOIN restaurants r ON r.key = m.restaurant
                """;
        assertThat(fixture.query(meals)).isEqualTo("7|Roma|[]");
    }

    @Test
    void theLiveRowsAreThoseOfTheGenerationThatIsShown() {
        show(fixture.schema, "app-", "app-Restaurants-1");
        Schema other = new Schema.Parser().parse("""
                {"type":"record","name":"Restaurant","fields":[{"name":"title","type":"string"}]}""");
        SqlSchema next = SqlSchema.of("Restaurants", "app-Restaurants-2", KeyType.STRING, other, List.of());
        fixture.in(connection -> {
            new SqlTables(next, "app-Restaurants-2").prepare(connection, true);
            return true;
        });
        show(next, "app-", "app-Restaurants-2");

        assertThat(fixture.query("SELECT string_agg(column_name, ',' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = 'restaurants'"
                        + " AND table_schema = current_schema()"))
                .isEqualTo("key,title,tidings_version,tidings_since,tidings_parked");
        assertThatThrownBy(() -> show(fixture.schema, "other-", "other-Restaurants-1"))
                .hasMessageContaining("belongs to another application");

        fixture.in(connection -> {
            new SqlTables(next, "app-Restaurants-2").drop(connection);
            return true;
        });
        assertThat(fixture.query("SELECT count(*) FROM pg_class WHERE relname LIKE 'app_restaurants_2%'"
                        + " AND relnamespace = current_schema()::regnamespace"))
                .isEqualTo("0");
    }

    private void show(SqlSchema schema, String application, String generation) {
        fixture.in(connection -> {
            new LiveView(schema, application, generation).show(connection);
            return true;
        });
    }

    @Test
    void tablesThatAreGivenAreCheckedAndTheMessageMendsThem() {
        fixture.execute("ALTER TABLE " + fixture.schema.table() + " DROP COLUMN open_since");
        fixture.execute("DROP INDEX app_restaurants_1_by_name");
        SqlTables tables = new SqlTables(fixture.schema, "app-Restaurants-1");

        assertThatThrownBy(() -> fixture.in(connection -> {
                    tables.prepare(connection, false);
                    return true;
                }))
                .isInstanceOfSatisfying(LayoutMismatchException.class, e -> {
                    assertThat(e.differences()).hasSize(2);
                    e.differences().forEach(difference -> fixture.execute(difference.sql()));
                });
        fixture.in(connection -> {
            tables.prepare(connection, false);
            return true;
        });
    }
}
