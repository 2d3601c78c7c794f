package io.tidings.replication.internal.sql;

import io.tidings.replication.core.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has come in the database, and who may go on: the table {@code tidings_replica_offset}, which all views
 * share. Its lines are locked first of all, in one order, so that those who take a partition and those who write for it wait for
 * each other, and never in a circle. Immutable.
 */
final class OffsetTable {

    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_replica_offset (
                generation  text    NOT NULL,
                topic       text    NOT NULL,
                partition   integer NOT NULL,
                next_offset bigint  NOT NULL,
                epoch       bigint  NOT NULL,
                owner       text    NOT NULL,
                topic_id    text    NOT NULL,
                live        bigint  NOT NULL DEFAULT 0,
                graves      bigint  NOT NULL DEFAULT 0,
                parked      bigint  NOT NULL DEFAULT 0,
                newest      bigint  NOT NULL DEFAULT -1,
                applied_at  timestamptz NOT NULL,
                PRIMARY KEY (generation, topic, partition)
            );
            COMMENT ON TABLE tidings_replica_offset IS 'How far the replicas of Tidings have come, layout 1';
            """;

    /** Of the line that counts what no record has changed: graves that were swept away, and what was edited. */
    private static final String NO_TOPIC = "";

    private static final String MAKE = """
            INSERT INTO tidings_replica_offset (generation, topic, partition, next_offset, epoch, owner, topic_id, applied_at)
            SELECT ?, n.topic, n.partition, ?, 0, '', n.topic_id, clock_timestamp()
            FROM unnest(?::text[], ?::int4[], ?::text[]) AS n(topic, partition, topic_id)
            ORDER BY n.topic, n.partition
            ON CONFLICT (generation, topic, partition) DO NOTHING
            """;

    private static final String LOCK = """
            SELECT o.topic, o.partition, o.epoch, o.next_offset, o.topic_id FROM tidings_replica_offset o
            WHERE o.generation = ?
              AND (o.topic, o.partition) IN (SELECT n.topic, n.partition FROM unnest(?::text[], ?::int4[]) AS n(topic, partition))
            ORDER BY o.topic, o.partition FOR UPDATE OF o
            """;

    private static final String TAKE = """
            UPDATE tidings_replica_offset o SET epoch = o.epoch + 1, owner = ?,
                next_offset = CASE WHEN o.topic_id = n.topic_id THEN o.next_offset ELSE -1 END, topic_id = n.topic_id
            FROM unnest(?::text[], ?::int4[], ?::text[]) AS n(topic, partition, topic_id)
            WHERE o.generation = ? AND o.topic = n.topic AND o.partition = n.partition
            """;

    private static final String ADVANCE = """
            UPDATE tidings_replica_offset o SET next_offset = n.next, live = o.live + n.live, graves = o.graves + n.graves,
                parked = o.parked + n.parked, newest = GREATEST(o.newest, n.newest), applied_at = clock_timestamp()
            FROM unnest(?::text[], ?::int4[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[])
                AS n(topic, partition, next, live, graves, parked, newest)
            WHERE o.generation = ? AND o.topic = n.topic AND o.partition = n.partition
            """;

    private static final String READ = """
            SELECT topic, partition, next_offset, live, graves, parked, newest FROM tidings_replica_offset WHERE generation = ?
            """;

    private static final String COUNT = """
            INSERT INTO tidings_replica_offset AS o
                (generation, topic, partition, next_offset, epoch, owner, topic_id, live, graves, parked, applied_at)
            VALUES (?, '', 0, 0, 0, '', '', ?, ?, ?, clock_timestamp())
            ON CONFLICT (generation, topic, partition) DO UPDATE SET
                live = o.live + excluded.live, graves = o.graves + excluded.graves, parked = o.parked + excluded.parked
            """;

    /** The epochs go on: one that begins again could be that of a writer who has not noticed yet. */
    private static final String RESTART = """
            UPDATE tidings_replica_offset o SET next_offset = -1, epoch = o.epoch + 1, live = 0, graves = 0, parked = 0, newest = -1
            FROM (SELECT generation, topic, partition FROM tidings_replica_offset WHERE generation = ?
                ORDER BY topic, partition FOR UPDATE) n
            WHERE o.generation = n.generation AND o.topic = n.topic AND o.partition = n.partition
            """;

    private static final String LEAVE_OTHERS = """
            UPDATE tidings_replica_offset o SET next_offset = -1, epoch = o.epoch + 1
            FROM (SELECT l.generation, l.topic, l.partition FROM tidings_replica_offset l
                JOIN unnest(?::text[], ?::text[]) AS t(topic, topic_id) ON l.topic = t.topic AND l.topic_id <> t.topic_id
                WHERE l.generation = ? ORDER BY l.topic, l.partition FOR UPDATE OF l) n
            WHERE o.generation = n.generation AND o.topic = n.topic AND o.partition = n.partition
            """;

    private static final String FORGET = "DELETE FROM tidings_replica_offset WHERE generation = ?";

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final String generation;

    /** The lines of a generation, by its name among all that services replicate into this database. */
    OffsetTable(String generation) {
        this.generation = generation;
    }

    /**
     * Takes partitions over from whoever has them.
     *
     * @param topicIds by topic, what tells it from another one of the same name
     */
    Map<TopicPartition, Claim> claim(
            Connection connection, Collection<TopicPartition> partitions, String owner, Map<String, String> topicIds)
            throws SQLException {
        List<TopicPartition> sorted = partitions.stream().sorted(ORDER).toList();
        Object[] ids =
                sorted.stream().map(at -> topicIds.getOrDefault(at.topic(), "")).toArray();
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
            make.setString(1, generation);
            make.setLong(2, Claim.BEGINNING);
            partitions(connection, make, 3, sorted);
            make.setArray(5, connection.createArrayOf("text", ids));
            make.executeUpdate();
        }
        Map<TopicPartition, Claim> claims = new LinkedHashMap<>();
        for (Line line : lock(connection, sorted)) {
            boolean same = line.topicId.equals(topicIds.getOrDefault(line.partition.topic(), ""));
            long next = same ? line.next : Claim.BEGINNING;
            claims.put(line.partition, new Claim(line.partition, line.epoch + 1, next, !same));
        }
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, owner);
            partitions(connection, take, 2, sorted);
            take.setArray(4, connection.createArrayOf("text", ids));
            take.setString(5, generation);
            take.executeUpdate();
        }
        return claims;
    }

    /**
     * Makes sure that nobody else writes for these partitions until the transaction ends.
     *
     * @throws FencedException if somebody has taken one of them
     */
    void hold(Connection connection, Collection<Claim> claims) throws SQLException {
        Map<TopicPartition, Long> epochs = new LinkedHashMap<>();
        for (Line line : lock(
                connection, claims.stream().map(Claim::partition).sorted(ORDER).toList())) {
            epochs.put(line.partition, line.epoch);
        }
        Set<TopicPartition> lost = new LinkedHashSet<>();
        for (Claim claim : claims) {
            if (!Long.valueOf(claim.epoch()).equals(epochs.get(claim.partition()))) {
                lost.add(claim.partition());
            }
        }
        if (!lost.isEmpty()) {
            throw new FencedException(lost);
        }
    }

    /** Moves on, in a transaction that {@linkplain #hold holds} the partitions. */
    void advance(Connection connection, Collection<Advance> advances) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            partitions(
                    connection,
                    statement,
                    1,
                    advances.stream().map(Advance::partition).toList());
            longs(connection, statement, 3, advances.stream().map(Advance::next));
            longs(
                    connection,
                    statement,
                    4,
                    advances.stream().map(at -> at.counts().live()));
            longs(
                    connection,
                    statement,
                    5,
                    advances.stream().map(at -> at.counts().graves()));
            longs(
                    connection,
                    statement,
                    6,
                    advances.stream().map(at -> at.counts().parked()));
            longs(connection, statement, 7, advances.stream().map(Advance::newest));
            statement.setString(8, generation);
            statement.executeUpdate();
        }
    }

    /** All lines of this generation; one belongs to no partition, and has the topic "". */
    List<StoredPosition> read(Connection connection) throws SQLException {
        List<StoredPosition> positions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, generation);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    positions.add(new StoredPosition(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
                }
            }
        }
        return positions;
    }

    /** Whether a line counts what belongs to no partition. */
    static boolean ofNoPartition(StoredPosition position) {
        return position.partition().topic().equals(NO_TOPIC);
    }

    /** Rows that have changed without any record: so many more of each kind. */
    void count(Connection connection, Tally more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, generation);
            statement.setLong(2, more.live());
            statement.setLong(3, more.graves());
            statement.setLong(4, more.parked());
            statement.executeUpdate();
        }
    }

    /** Everything begins at the beginning; whoever writes is fenced. */
    void restart(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESTART)) {
            statement.setString(1, generation);
            statement.executeUpdate();
        }
    }

    /**
     * How far others have come that had the names of these topics says nothing of these. Who takes the partitions next finds that
     * out, but who asks before that would compare old positions with new ends.
     *
     * @param topicIds by topic, what tells it from another one of the same name
     */
    void leaveOthers(Connection connection, Map<String, String> topicIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVE_OTHERS)) {
            List<String> topics = List.copyOf(topicIds.keySet());
            statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", topics.stream().map(topicIds::get).toArray()));
            statement.setString(3, generation);
            statement.executeUpdate();
        }
    }

    /** Nothing is known of the generation any more; only of one that nobody writes again. */
    void forget(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, generation);
            statement.executeUpdate();
        }
    }

    private record Line(TopicPartition partition, long epoch, long next, String topicId) {}

    private List<Line> lock(Connection connection, List<TopicPartition> sorted) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, generation);
            partitions(connection, statement, 2, sorted);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    TopicPartition partition = new TopicPartition(row.getString(1), row.getInt(2));
                    lines.add(new Line(partition, row.getLong(3), row.getLong(4), row.getString(5)));
                }
            }
        }
        return lines;
    }

    private static void partitions(
            Connection connection, PreparedStatement statement, int first, List<TopicPartition> partitions)
            throws SQLException {
        Object[] topics = partitions.stream().map(TopicPartition::topic).toArray();
        Object[] numbers = partitions.stream().map(TopicPartition::partition).toArray();
        statement.setArray(first, connection.createArrayOf("text", topics));
        statement.setArray(first + 1, connection.createArrayOf("int4", numbers));
    }

    private static void longs(
            Connection connection, PreparedStatement statement, int at, java.util.stream.Stream<Long> numbers)
            throws SQLException {
        statement.setArray(at, connection.createArrayOf("int8", numbers.toArray()));
    }
}
