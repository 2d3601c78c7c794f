package io.tidings.examples.migration;

import io.tidings.examples.migration.events.DishPriced;
import io.tidings.examples.migration.owner.v2.migration.PricesMigratingPublisher;
import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.UnitOfWork;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.majors.Majors;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The owner of dishes: a price and what tells of it are written together, in the versions that its stage says. */
public final class Kitchen implements AutoCloseable {

    private final Majors written;
    private final UnitOfWork unit;
    private final PollingRelay relay;

    private Kitchen(Majors written, UnitOfWork unit, PollingRelay relay) {
        this.written = written;
        this.unit = unit;
        this.relay = relay;
    }

    /** Starts an instance. */
    public static Kitchen open(DataSource database, KafkaTransport transport, Majors written) {
        if (written.older()) {
            transport.provision(io.tidings.examples.migration.owner.v1.DishesChannels.TOPICS);
        }
        if (written.newer()) {
            transport.provision(io.tidings.examples.migration.owner.v2.DishesChannels.TOPICS);
        }
        PollingRelay relay = PollingRelay.start(database, transport::transactionalSink, RelayOptions.named("kitchen"));
        UnitOfWork unit =
                UnitOfWork.on(database, new JdbcOutbox(transport.codec())).afterCommit(relay::wake);
        return new Kitchen(written, unit, relay);
    }

    /** Changes a price. */
    public void price(String dish, BigDecimal price, String currency) throws SQLException {
        unit.run((connection, outbox) -> {
            long version = save(connection, dish, price);
            publisher(outbox).publish(dish, new DishPriced(dish, price, currency), SendOptions.version(version));
        });
    }

    private PricesMigratingPublisher publisher(AtomicSink outbox) {
        return new PricesMigratingPublisher(outbox, written, Cents::of);
    }

    private static long save(Connection connection, String dish, BigDecimal price) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO dish (id, price, version) VALUES (?, ?, 1)
                ON CONFLICT (id) DO UPDATE SET price = excluded.price, version = dish.version + 1
                RETURNING version""")) {
            upsert.setString(1, dish);
            upsert.setBigDecimal(2, price);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
