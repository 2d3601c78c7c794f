package io.tidings.benchmarks.transactional;

import io.tidings.benchmarks.api.PlacePublisher;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The outbox, as a service fills it; and quickly, with what a service wrote before. */
final class Outbox {

    private static final String COLUMNS = "message_id, address, key, value, headers, slot";

    private final Site site;
    private final JdbcOutbox outbox;
    private final Map<String, Integer> places = new HashMap<>();

    Outbox(Site site) {
        this.site = site;
        this.outbox = new JdbcOutbox(site.transport().codec());
    }

    /** Keeps so many messages, which the generated publisher wrote, for turns to be filled with. */
    void prepare(int messages) throws SQLException {
        site.execute("TRUNCATE tidings_outbox");
        try (Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            PlacePublisher publisher = publisher(connection);
            for (int i = 0; i < messages; i++) {
                var unused = publisher.publish(site.key(i), site.orders().order(i));
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        site.execute(
                "DROP TABLE IF EXISTS written",
                "CREATE TABLE written AS SELECT * FROM tidings_outbox",
                "ALTER TABLE written ADD PRIMARY KEY (id)",
                "ANALYZE written");
        empty();
        places.clear();
        try (Connection connection = site.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet ids = statement.executeQuery("SELECT message_id FROM written ORDER BY id")) {
            while (ids.next()) {
                places.put(ids.getString(1), places.size());
            }
        }
    }

    /** The places of those that are kept, by their ids. */
    Map<String, Integer> places() {
        return Collections.unmodifiableMap(places);
    }

    PlacePublisher publisher(Connection transaction) {
        return new PlacePublisher(outbox.in(transaction));
    }

    /** Leaves no row, and the server nothing to write down later. */
    void empty() throws SQLException {
        site.execute("TRUNCATE tidings_outbox", "CHECKPOINT");
    }

    /** Commits the first messages of those that are kept, in one transaction. */
    void fill(int messages) throws SQLException {
        try (Connection connection = site.database().getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO tidings_outbox (" + COLUMNS
                        + ") SELECT " + COLUMNS + " FROM written ORDER BY id LIMIT ?")) {
            connection.setAutoCommit(false);
            statement.setInt(1, messages);
            int written = statement.executeUpdate();
            if (written != messages) {
                throw new IllegalStateException(messages + " messages were to be written, not " + written);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Commits one. */
    void publish(String key, int number) throws SQLException {
        try (Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            var unused = publisher(connection).publish(key, site.orders().order(number));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
