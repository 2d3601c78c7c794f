package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An id below which nothing is looked for must never pass what may still come. */
class RelayFloorIT {
    private final Database database = Database.create();
    private final Accounts accounts = new Accounts();
    private final AtomicLong clock = new AtomicLong();
    private final RelayFloor floor = new RelayFloor(List.of(), clock::get);

    /** Reads as a relay does, a good while after the last time, and sends nothing. */
    private List<Long> read() throws SQLException {
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        try (Connection connection = database.begin()) {
            floor.raise(connection);
            List<Long> ids =
                    UnsentRows.read(connection, new UnsentRows.Wanted(Set.of(), Set.of(), floor.next(), 1_000))
                            .rows()
                            .stream()
                            .map(row -> row.id())
                            .toList();
            ids.forEach(floor::saw);
            connection.commit();
            return ids;
        }
    }

    private void send(List<Long> ids) {
        ids.forEach(id -> database.run("DELETE FROM tidings_outbox WHERE id = " + id));
    }

    private void commit(int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            accounts.commit(database, "a");
        }
    }

    @Test
    void risesBehindWhatIsSent() throws Exception {
        commit(20);
        send(read());
        read();
        read();
        assertThat(floor.next()).isEqualTo(21);
        commit(1);
        assertThat(read()).containsExactly(21L);
        read();
        assertThat(floor.next()).as("what waits is not passed").isEqualTo(21);
    }

    @Test
    void neverPassesAnIdThatIsDrawnAndNotCommitted() throws Exception {
        commit(5);
        try (Connection slow = database.begin()) {
            accounts.change(slow, "slow");
            commit(5);
            for (int i = 0; i < 5; i++) {
                send(read());
            }
            assertThat(floor.next()).isLessThanOrEqualTo(6);
            slow.commit();
        }
        assertThat(read()).containsExactly(6L);
    }

    @Test
    void neverPassesAnIdThatIsDrawnBeforeItsTransactionHasANumber() throws Exception {
        commit(5);
        try (Connection slow = database.begin()) {
            // A trigger that hangs would be the same: the id is drawn, nothing is written yet.
            try (var statement = slow.createStatement()) {
                statement.execute("LOCK TABLE tidings_outbox IN ROW EXCLUSIVE MODE");
                statement.execute("SELECT nextval(pg_get_serial_sequence('tidings_outbox', 'id'))");
            }
            commit(5);
            for (int i = 0; i < 5; i++) {
                send(read());
            }
            assertThat(floor.next()).isLessThanOrEqualTo(6);
        }
        read();
        read();
        read();
        assertThat(floor.next()).as("it was rolled back").isEqualTo(12);
    }

    @Test
    void neitherReadersNorWritersOfOtherTablesHoldItBack() throws Exception {
        commit(5);
        try (Connection reader = database.begin();
                Connection writer = database.begin();
                var reading = reader.createStatement();
                var writing = writer.createStatement()) {
            reading.execute("SELECT count(*) FROM tidings_outbox");
            writing.execute("INSERT INTO account (id, version) VALUES ('other', 0)");
            send(read());
            read();
            read();
            assertThat(floor.next()).isEqualTo(6);
        }
    }

    @Test
    void neverPassesABarredRowSinceItMayBeReleased() throws Exception {
        commit(5);
        List<Long> ids = read();
        database.run("UPDATE tidings_outbox SET barred_reason = 'large' WHERE id = 3");
        send(List.of(ids.get(0), ids.get(1), ids.get(3), ids.get(4)));
        read();
        read();
        read();
        assertThat(floor.next()).isEqualTo(3);
        database.run("UPDATE tidings_outbox SET barred_reason = NULL");
        assertThat(read()).containsExactly(3L);
    }

    @Test
    void whatIsChangedByHandIsFoundWithinAMinute() throws Exception {
        commit(5);
        database.run("UPDATE tidings_outbox SET sent_at = now() WHERE id < 5");
        send(read());
        read();
        read();
        assertThat(floor.next()).isEqualTo(6);
        database.run("UPDATE tidings_outbox SET sent_at = NULL WHERE id = 2");
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(read()).containsExactly(2L);
    }

    /** As after a failover that nobody noticed, behind a pooler, to a server that has not heard of the last ids. */
    @Test
    void idsThatBeginAgainAreFoundWithinAMinute() throws Exception {
        commit(5);
        send(read());
        read();
        read();
        database.run("TRUNCATE tidings_outbox RESTART IDENTITY");
        commit(1);
        assertThat(read()).isEmpty();
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(read()).containsExactly(1L);
    }

    /** Rows that an old snapshot keeps from being vacuumed are not walked over again and again. */
    @Test
    void readingCostsNoMoreWhenManyAreGoneThatSomebodyMayStillSee() throws Exception {
        try (Connection old = database.begin();
                var statement = old.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SELECT count(*) FROM account");
            database.run("""
                    INSERT INTO tidings_outbox (message_id, address, key, value, headers, slot)
                    SELECT 'm' || g, 'notes', 'k', 'v', '\\x0100000000', 7 FROM generate_series(1, 20000) g
                    """);
            database.run("SELECT 1");
            floor.saw(20_000);
            database.run("DELETE FROM tidings_outbox");
            read();
            read();
            read();
            assertThat(floor.next()).isEqualTo(20_001);
            commit(1);
            assertThat(touched(0)).as("pages").isGreaterThan(150);
            assertThat(touched(floor.next())).as("pages").isLessThan(20);
        }
    }

    /** How many pages of cache reading from there touches. */
    private long touched(long from) throws SQLException {
        try (Connection connection = database.begin();
                var statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
            try (var plan =
                    statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT id FROM tidings_outbox"
                            + " WHERE sent_at IS NULL AND barred_reason IS NULL AND id >= " + from
                            + " ORDER BY id LIMIT 1")) {
                plan.next();
                var hit = java.util.regex.Pattern.compile("\"Shared Hit Blocks\": (\\d+)")
                        .matcher(plan.getString(1));
                assertThat(hit.find()).isTrue();
                return Long.parseLong(hit.group(1));
            }
        }
    }
}
