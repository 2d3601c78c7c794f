package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An outbox and its relays at one moment, as anybody sees them who has the database.
 *
 * @param backlog messages that are not sent and not barred
 * @param oldestAge how long the oldest of them has waited, by the database's clock; zero if there is none
 * @param next the first of them that may be sent now, null if none may: those behind a barred message of their key may not
 * @param barred how many messages can never be sent as they are
 * @param firstBarred the first of these, at most {@value #MOST_BARRED}
 * @param leaders who leads which shard
 */
public record OutboxReport(
        long backlog,
        Duration oldestAge,
        @Nullable Waiting next,
        long barred,
        List<Barred> firstBarred,
        List<Leader> leaders) {

    /** So many barred messages are told of. */
    public static final int MOST_BARRED = 100;

    private static final String BARRED = """
            SELECT id, message_id, address, created_at, barred_reason FROM tidings_outbox
            WHERE barred_reason IS NOT NULL ORDER BY id LIMIT ?
            """;

    private static final String LEADERS = """
            SELECT name, shard, owner, epoch, (extract(epoch FROM expires_at - clock_timestamp()) * 1000)::bigint
            FROM tidings_relay_lease WHERE expires_at >= clock_timestamp()
            ORDER BY name, shard
            """;

    /**
     * A message that may be sent.
     *
     * @param id of its row
     */
    public record Waiting(long id, String address) {}

    /**
     * A message that can never be sent, and holds back its key.
     *
     * @param id of its row
     */
    public record Barred(long id, String messageId, String address, Instant since, String reason) {}

    /**
     * A relay that holds a lease.
     *
     * @param name of the relays that take turns
     * @param owner which of them, by a name made up when it was started
     * @param epoch grows with each change of hands
     * @param remaining until it runs out, if nobody prolongs it, by the database's clock. If that is more than three times what
     *     leases of this name last, the clock was set back since: it belongs to nobody, and the next relay takes it
     */
    public record Leader(String name, int shard, String owner, long epoch, Duration remaining) {}

    public OutboxReport {
        firstBarred = List.copyOf(firstBarred);
        leaders = List.copyOf(leaders);
    }

    /** Whether a message may be sent now. */
    public boolean sendable() {
        return next != null;
    }

    /**
     * Looks at the database.
     *
     * @throws io.tidings.messaging.TransientMessagingException if it is away
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException if tables or rights are missing, naming all of them and
     *     the SQL that mends it
     */
    public static OutboxReport read(DataSource database) {
        try {
            return Transaction.<OutboxReport, SQLException>run(database, OutboxReport::read);
        } catch (SQLException e) {
            LayoutMismatchException mismatch = MissingTables.behind(e, database);
            throw mismatch == null ? SqlFailures.translate("Looking at the outbox", e) : mismatch;
        }
    }

    private static OutboxReport read(Connection connection) throws SQLException {
        UnsentRows.oneSnapshot(connection);
        OutboxTable.Counts counts = OutboxTable.counts(connection);
        UnsentRows.Wanted first = new UnsentRows.Wanted(Set.of(), Set.of(), 0, 1);
        return new OutboxReport(
                counts.backlog(),
                counts.oldestAge(),
                UnsentRows.read(connection, first).rows().stream()
                        .findFirst()
                        .map(row -> new Waiting(row.id(), row.message().address()))
                        .orElse(null),
                counts.barred(),
                barred(connection),
                leaders(connection));
    }

    private static List<Barred> barred(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BARRED)) {
            statement.setInt(1, MOST_BARRED);
            try (ResultSet result = statement.executeQuery()) {
                List<Barred> barred = new ArrayList<>();
                while (result.next()) {
                    barred.add(new Barred(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getTimestamp(4).toInstant(),
                            result.getString(5)));
                }
                return barred;
            }
        }
    }

    private static List<Leader> leaders(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEADERS);
                ResultSet result = statement.executeQuery()) {
            List<Leader> leaders = new ArrayList<>();
            while (result.next()) {
                leaders.add(new Leader(
                        result.getString(1),
                        result.getInt(2),
                        result.getString(3),
                        result.getLong(4),
                        Duration.ofMillis(result.getLong(5))));
            }
            return leaders;
        }
    }
}
