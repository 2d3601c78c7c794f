package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.AcceptedRequests;
import io.tidings.messaging.accepted.Change;
import io.tidings.messaging.accepted.Errand;
import io.tidings.messaging.accepted.Move;
import io.tidings.messaging.accepted.RequestHandler;
import io.tidings.messaging.accepted.Step;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A service that runs errands: what it does to each, it tells through its outbox, in the same transaction. One instance of it. */
final class Errands {
    static final String KIND = "errand";
    static final Duration LONG = Duration.ofHours(1);
    static final Duration OVER = Duration.ZERO;

    private final DataSource database;
    private final JdbcOutbox outbox = new JdbcOutbox(new Notes());
    final JdbcAcceptedRequests<Errand> requests;

    /** What is done in one transaction. */
    interface Work<T> {
        T in(AcceptedRequests<Errand> requests, Connection transaction) throws SQLException;
    }

    Errands(DataSource database) {
        this.database = database;
        this.requests = new JdbcAcceptedRequests<>(database, KIND, Errand.LIFECYCLE);
    }

    static Database newDatabase() throws SQLException {
        Database database = Database.create();
        try (Connection connection = database.connect()) {
            JdbcAcceptedRequests.createTables(connection);
            JdbcAcceptedRequests.createTables(connection);
        }
        database.run("CREATE TABLE told (n bigserial PRIMARY KEY, id text, what text)");
        return database;
    }

    <T> T transaction(Work<T> work) throws SQLException {
        T result = Transaction.<T, SQLException>run(
                database, transaction -> work.in(requests.in(transaction), transaction));
        requests.wake();
        return result;
    }

    Change<Errand> accept(String id, Duration patience) throws SQLException {
        return transaction((errands, transaction) -> told(transaction, errands.accept(id, patience)));
    }

    Change<Errand> step(String id, String name) throws SQLException {
        return transaction((requests, transaction) -> step(requests, transaction, id, name));
    }

    Change<Errand> step(AcceptedRequests<Errand> requests, Connection transaction, String id, String name) {
        Change<Errand> change = requests.step(id, name, name.getBytes(StandardCharsets.UTF_8));
        if (change.applied()) {
            write(transaction, id, name);
        }
        return change;
    }

    Change<Errand> move(String id, Errand to, String cause) throws SQLException {
        return transaction((errands, transaction) -> told(transaction, errands.move(id, Move.to(to, cause))));
    }

    Change<Errand> told(Connection transaction, Change<Errand> change) {
        if (change.applied()) {
            AcceptedRequest<Errand> request = change.orElseThrow();
            write(transaction, request.id(), request.state() + " " + request.version());
        }
        return change;
    }

    /** An effect in a table, and a message. */
    void write(Connection transaction, String id, String text) {
        outbox.in(transaction).send(Notes.note(id, text));
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO told (id, what) VALUES (?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailures.translate("Telling", e);
        }
    }

    /** What is due is told, too. */
    RequestHandler<Errand> handler(Connection transaction) {
        return new RequestHandler<>() {
            @Override
            public void timedOut(AcceptedRequest<Errand> request) {
                write(transaction, request.id(), request.state() + " " + request.version());
            }

            @Override
            public void undo(AcceptedRequest<Errand> request, Step step) {
                write(transaction, request.id(), "undo " + new String(step.context(), StandardCharsets.UTF_8));
            }
        };
    }

    RequestKeeper keeping() {
        return requests.keeping(this::handler, Duration.ofMillis(10), () -> {});
    }

    /** What was told of an errand, in the order of its transactions. */
    static List<String> told(Database database, String id) {
        return database.texts("SELECT what FROM told WHERE id = '" + id + "' ORDER BY n");
    }
}
