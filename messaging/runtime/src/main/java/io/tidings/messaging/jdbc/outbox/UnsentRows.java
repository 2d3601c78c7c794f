package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of {@code tidings_outbox} waits to be sent, in PostgreSQL's words. For relays. Stateless. */
public final class UnsentRows {
    /**
     * Barred rows are few, and have an index of their own. {@code NOT IN} is looked up in a hash table; {@code <> ALL} would
     * compare each row with each id.
     */
    private static final String SENDABLE = """
            sent_at IS NULL AND barred_reason IS NULL AND id >= ?
                AND address NOT IN (SELECT unnest(?::text[])) AND id NOT IN (SELECT unnest(?::bigint[]))
                AND NOT EXISTS (
                    SELECT 1 FROM tidings_outbox b
                    WHERE b.barred_reason IS NOT NULL AND b.slot = o.slot AND b.id < o.id
                        AND b.address = o.address AND b.key = o.key)
            ORDER BY id LIMIT ?
            """;

    /** A batch of large messages ends early, so that it neither fills the heap nor outlasts the broker's time-out. */
    static final int BATCH_BYTES = 16 << 20;

    /** What a row takes is told by its TOAST pointers: values are not fetched for it. */
    private static final String COLUMNS = """
            SELECT id, message_id, address, key, value, headers, slot,
                coalesce(octet_length(key), 0)::float8 + coalesce(octet_length(value), 0) + octet_length(headers) AS bytes
            """;

    /**
     * Rows as far as a batch may be large, its first one however large it is; the one that does not fit comes without what it
     * says, and shows that there are more. The running sum is that of the order in which rows come.
     */
    private static final String FITTING = """
            SELECT id, message_id, address, CASE WHEN fits THEN key END, CASE WHEN fits THEN value END,
                CASE WHEN fits THEN headers END, slot, total
            FROM (
                SELECT t.*, total <= %1$d OR total = bytes AS fits FROM (
                    SELECT w.*, sum(bytes) OVER (ROWS UNBOUNDED PRECEDING) AS total FROM (%2$s) w) t
                WHERE total - bytes <= %1$d) r
            """;

    private static final String OF_ALL = fitting(COLUMNS + " FROM tidings_outbox o WHERE " + SENDABLE) + " ORDER BY id";

    /** Slot by slot, each by its part of the index: the rows of slots that others relay are never looked at. */
    private static final String OF_SLOTS =
            fitting("SELECT r.* FROM unnest(?::smallint[]) AS own (slot) CROSS JOIN LATERAL (" + COLUMNS
                    + " FROM tidings_outbox o WHERE o.slot = own.slot AND " + SENDABLE + ") r LIMIT ?");

    /**
     * Whatever the statistics say, which are wrong when a table that is mostly empty fills up: rows come from the index, in its
     * order, and nobody reads a million of them to sort out the first.
     */
    private static final String BY_INDEX = "SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off;"
            + " SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0;"
            + " SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL jit = off";

    private static final String LOWEST = """
            SELECT least(
                (SELECT id FROM tidings_outbox
                    WHERE sent_at IS NULL AND barred_reason IS NULL AND id >= ? ORDER BY id LIMIT 1),
                (SELECT min(id) FROM tidings_outbox WHERE barred_reason IS NOT NULL))
            """;

    private static final String LOWEST_OF_SLOTS = """
            SELECT least(
                (SELECT min(r.id) FROM unnest(?::smallint[]) AS own (slot) CROSS JOIN LATERAL (
                    SELECT id FROM tidings_outbox o
                    WHERE o.slot = own.slot AND sent_at IS NULL AND barred_reason IS NULL AND id >= ?
                    ORDER BY id LIMIT 1) r),
                (SELECT min(id) FROM tidings_outbox WHERE barred_reason IS NOT NULL))
            """;

    private static final String WRITERS = """
            SELECT virtualtransaction FROM pg_locks
            WHERE locktype = 'relation' AND relation = 'tidings_outbox'::regclass AND mode = 'RowExclusiveLock'
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private static final String BARRED = "SELECT id, address, key FROM tidings_outbox WHERE barred_reason IS NOT NULL";

    private static final String ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /**
     * Which rows are asked for.
     *
     * @param except addresses that do not exist
     * @param inFlight rows that are being sent
     * @param from no lower id is looked for
     * @param limit how many at most
     */
    public record Wanted(Set<String> except, Collection<Long> inFlight, long from, int limit) {}

    /**
     * Rows that may be sent now, in the order of their ids.
     *
     * @param all whether these are all of them
     * @param slots in how many slots they stand
     */
    public record Waiting(List<OutboxRow> rows, boolean all, int slots) {}

    /** Rows that are barred, and the keys that they hold back. */
    private record Barred(Set<Long> ids, Set<OutboxRow.Line> lines) {}

    /**
     * What one snapshot of the table shows.
     *
     * @param rows that may be sent now, in order
     * @param all whether these are all of them
     * @param snapshot {@code pg_current_snapshot()}
     * @param barred ids of rows that can never be sent
     * @param held keys that they hold back
     */
    public record Picture(
            List<OutboxRow> rows, boolean all, String snapshot, Set<Long> barred, Set<OutboxRow.Line> held) {}

    /**
     * A glance at the table.
     *
     * @param oldest id of the first row that may be sent; null if none may
     * @param barred ids of rows that can never be sent
     */
    public record Glance(@Nullable Long oldest, Set<Long> barred) {}

    private UnsentRows() {}

    /** What may be sent now. Rows that other transactions have not committed come in a later call. Needs a transaction. */
    public static Waiting read(Connection connection, Wanted wanted) throws SQLException {
        byIndex(connection);
        try (PreparedStatement statement = connection.prepareStatement(OF_ALL)) {
            fill(statement, 1, wanted, wanted.limit());
            List<OutboxRow> rows = new ArrayList<>();
            Map<Short, Integer> found = new HashMap<>();
            boolean ended = read(statement, rows, found);
            return new Waiting(rows, ended && rows.size() < wanted.limit(), found.size());
        }
    }

    /**
     * The same of some slots. Where they hold more than the limit, slots that stand first come first.
     *
     * @param each how many of one slot at most
     */
    public static Waiting read(Connection connection, Wanted wanted, List<Short> slots, int each) throws SQLException {
        byIndex(connection);
        try (PreparedStatement statement = connection.prepareStatement(OF_SLOTS)) {
            statement.setArray(1, connection.createArrayOf("smallint", slots.toArray()));
            fill(statement, 2, wanted, each);
            statement.setInt(6, wanted.limit());
            List<OutboxRow> rows = new ArrayList<>();
            Map<Short, Integer> found = new HashMap<>();
            boolean ended = read(statement, rows, found);
            rows.sort(Comparator.comparingLong(OutboxRow::id));
            boolean more = found.values().stream().anyMatch(count -> count >= each);
            return new Waiting(rows, ended && rows.size() < wanted.limit() && !more, found.size());
        }
    }

    private static void byIndex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BY_INDEX);
        }
    }

    private static void fill(PreparedStatement statement, int first, Wanted wanted, int limit) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setLong(first, wanted.from());
        statement.setArray(first + 1, texts(connection, wanted.except()));
        statement.setArray(first + 2, ids(connection, wanted.inFlight()));
        statement.setInt(first + 3, limit);
    }

    /** False if it ended early, since what was read is large. */
    private static boolean read(PreparedStatement statement, List<OutboxRow> rows, Map<Short, Integer> found)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            double total = 0;
            while (total <= BATCH_BYTES && result.next()) {
                total = result.getDouble(8);
                if (total <= BATCH_BYTES || rows.isEmpty()) {
                    rows.add(row(result));
                    found.merge(result.getShort(7), 1, Integer::sum);
                }
            }
            return total <= BATCH_BYTES;
        }
    }

    private static String fitting(String rows) {
        return FITTING.formatted(BATCH_BYTES, rows);
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static Array ids(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    static OutboxRow row(ResultSet result) throws SQLException {
        long id = result.getLong(1);
        String messageId = result.getString(2);
        String address = result.getString(3);
        byte[] key = result.getBytes(4);
        byte[] value = result.getBytes(5);
        byte[] headers = result.getBytes(6);
        try {
            return new OutboxRow(id, new EncodedMessage(messageId, address, key, value, OutboxHeaders.decode(headers)));
        } catch (IllegalArgumentException e) {
            return new OutboxRow(
                    id, new EncodedMessage(messageId, address, key, value, List.of()), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The lowest id from which on rows wait or are barred: below it no row that can be seen will ever be sent. Barred rows of any
     * slot count, since one that is released waits again.
     *
     * @param slots empty for all
     */
    public static OptionalLong lowest(Connection connection, long from, List<Short> slots) throws SQLException {
        byIndex(connection);
        try (PreparedStatement statement = connection.prepareStatement(slots.isEmpty() ? LOWEST : LOWEST_OF_SLOTS)) {
            int next = 1;
            if (!slots.isEmpty()) {
                statement.setArray(next++, connection.createArrayOf("smallint", slots.toArray()));
            }
            statement.setLong(next, from);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long lowest = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(lowest);
            }
        }
    }

    /**
     * Transactions that may have written to the table and are not over. Who draws an id has locked the table before, and its rows
     * can be seen before the lock is gone.
     */
    public static Set<String> writers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITERS);
                ResultSet result = statement.executeQuery()) {
            Set<String> writers = new HashSet<>();
            while (result.next()) {
                writers.add(result.getString(1));
            }
            return writers;
        }
    }

    /**
     * What may be sent and what is barred, at one moment: were they read at two, a row that is released in between would be
     * in neither. Must be the first in its transaction.
     */
    public static Picture picture(Connection connection, Set<String> except, int limit) throws SQLException {
        oneSnapshot(connection);
        Waiting waiting = read(connection, new Wanted(except, Set.of(), 0, limit));
        Barred barred = barred(connection);
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_current_snapshot()::text");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Picture(waiting.rows(), waiting.all(), result.getString(1), barred.ids(), barred.lines());
        }
    }

    /** All statements of this transaction see the same moment. Must be the first in it. */
    public static void oneSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_SNAPSHOT);
        }
    }

    /** The id of this transaction: each that began earlier, and writes, has one that is lower. */
    public static long transaction(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_current_xact_id()::text");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** What waits and what is barred; not of one moment. Needs a transaction. */
    public static Glance glance(Connection connection, Set<String> except) throws SQLException {
        List<OutboxRow> first =
                read(connection, new Wanted(except, Set.of(), 0, 1)).rows();
        return new Glance(
                first.isEmpty() ? null : first.get(0).id(), barred(connection).ids());
    }

    private static Barred barred(Connection connection) throws SQLException {
        Set<Long> ids = new HashSet<>();
        Set<OutboxRow.Line> lines = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(BARRED);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                ids.add(result.getLong(1));
                byte[] key = result.getBytes(3);
                if (key != null) {
                    lines.add(new OutboxRow.Line(result.getString(2), ByteBuffer.wrap(key)));
                }
            }
        }
        return new Barred(ids, lines);
    }
}
