package io.tidings.examples.consumer;

import io.tidings.examples.consumer.api.ConsumerEventsPublisher;
import io.tidings.examples.consumer.events.ConsumerChanged;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.SendOptions;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The consumers, inside one transaction: a change and the event that tells of it are written together or not at all. */
final class Consumers {

    private final Connection transaction;
    private final ConsumerEventsPublisher events;

    Consumers(Connection transaction, MessageSink outbox) {
        this.transaction = transaction;
        this.events = new ConsumerEventsPublisher(outbox);
    }

    /**
     * Saves a consumer and publishes their new state.
     *
     * @return the version: 1 when they are new, then one more with each change
     */
    long save(String id, Consumer consumer) throws SQLException {
        long version = upsert(id, consumer);
        ConsumerChanged event = ConsumerChanged.newBuilder()
                .setConsumerId(id)
                .setName(consumer.name())
                .setEmail(consumer.email())
                .setOrderLimit(consumer.orderLimit().setScale(2, RoundingMode.UNNECESSARY))
                .build();
        events.publish(id, event, SendOptions.version(version));
        return version;
    }

    /**
     * Lets a consumer go and publishes a tombstone, which carries a version as every change does: so a late copy of an
     * earlier change brings nobody back.
     *
     * @return the version; empty if there is no such consumer
     */
    OptionalLong remove(String id) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(
                "UPDATE consumer SET gone = true, version = version + 1 WHERE id = ? AND NOT gone RETURNING version")) {
            update.setString(1, id);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                long version = row.getLong(1);
                events.publishTombstone(id, SendOptions.version(version));
                return OptionalLong.of(version);
            }
        }
    }

    private long upsert(String id, Consumer consumer) throws SQLException {
        try (PreparedStatement upsert = transaction.prepareStatement("""
                INSERT INTO consumer (id, name, email, order_limit, version) VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
                    order_limit = excluded.order_limit, gone = false, version = consumer.version + 1
                RETURNING version""")) {
            upsert.setString(1, id);
            upsert.setString(2, consumer.name());
            upsert.setString(3, consumer.email());
            upsert.setBigDecimal(4, consumer.orderLimit());
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
