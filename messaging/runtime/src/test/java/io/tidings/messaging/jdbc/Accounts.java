package io.tidings.messaging.jdbc;

import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Changes accounts and tells of it: each account's messages bear its versions 1, 2, 3 … */
public final class Accounts {
    private static final String CHANGE = """
            INSERT INTO account (id, version) VALUES (?, 1)
            ON CONFLICT (id) DO UPDATE SET version = account.version + 1 RETURNING version
            """;

    private final JdbcOutbox outbox = new JdbcOutbox(new Notes());

    /** In the order that the outbox asks for: the account is locked by its change, then the message draws its id. */
    public int change(Connection transaction, String account) throws SQLException {
        int version = version(transaction, account);
        outbox.in(transaction).send(Notes.note(account, account + ":" + version));
        return version;
    }

    private static int version(Connection transaction, String account) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(CHANGE)) {
            statement.setString(1, account);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** Changes and commits. */
    public void commit(Database database, String account) throws SQLException {
        try (Connection transaction = database.begin()) {
            change(transaction, account);
            transaction.commit();
        }
    }
}
