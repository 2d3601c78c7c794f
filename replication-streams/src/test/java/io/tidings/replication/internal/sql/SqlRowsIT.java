package io.tidings.replication.internal.sql;

import static io.tidings.replication.internal.sql.SqlFixture.FIRST;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.RowsContract;
import io.tidings.replication.internal.sql.layout.SqlIndex;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;

/** PostgreSQL as one of the stores that all do the same. */
class SqlRowsIT extends RowsContract {

    /** The contract's values are texts of its own: columns that nobody reads. */
    private static final Schema NO_COLUMNS =
            new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"Text\",\"fields\":[]}");

    @Override
    protected Subject open(KeyOrder order) {
        return new Table(order);
    }

    private static final class Table implements Subject {

        private final MovableClock clock = new MovableClock();
        private final SqlFixture fixture;
        private final Map<TopicPartition, Claim> claims;
        private final List<Arrival> applied = new ArrayList<>();

        Table(KeyOrder order) {
            KeyType<?> key = order == KeyOrder.SIGNED ? KeyType.LONG : KeyType.STRING;
            fixture = new SqlFixture(
                    NO_COLUMNS,
                    List.of(new SqlIndex("name", false), new SqlIndex("tag", true)),
                    key,
                    order,
                    BY_PARTS,
                    clock);
            claims = fixture.claim("contract", FIRST);
        }

        @Override
        public Rows rows() {
            return fixture.rows();
        }

        @Override
        public void apply(byte[] key, Event event) {
            applied.add(SqlFixture.arrival(key, event, FIRST));
        }

        @Override
        public void commit() {
            write(fixture.writer());
        }

        @Override
        public void sweep() {
            fixture.in(connection -> {
                int removed =
                        fixture.rowsTable.sweep(connection, clock.instant().minus(RETENTION), 1_000);
                fixture.offsets.count(connection, Tally.of(0, -removed, 0));
                return true;
            });
        }

        @Override
        public void advance(Duration by) {
            clock.advance(by);
        }

        @Override
        public long live() {
            return sum(StoredPosition::live);
        }

        @Override
        public long graves() {
            return sum(StoredPosition::graves);
        }

        @Override
        public long parked() {
            return sum(StoredPosition::parked);
        }

        @Override
        public void crash(int writes, Runnable change) {
            change.run();
            write(fixture.writer(new MortalDatabase(fixture.source, writes + 1, false).source()));
        }

        @Override
        public void close() {
            fixture.execute("DROP SCHEMA " + fixture.name + " CASCADE");
        }

        private long sum(ToLongFunction<StoredPosition> count) {
            return fixture.in(fixture.offsets::read).stream().mapToLong(count).sum();
        }

        private void write(BatchWriter writer) {
            Batch batch = SqlFixture.batch(applied);
            applied.clear();
            try {
                if (!batch.isEmpty()) {
                    writer.write(batch, claims);
                }
            } catch (SQLException e) {
                if (!Partitions.passes(e)) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
