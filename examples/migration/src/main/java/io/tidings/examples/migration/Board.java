package io.tidings.examples.migration;

import io.tidings.examples.migration.events.DishPriced;
import io.tidings.examples.migration.reader.v2.PricesSubscriber;
import io.tidings.examples.migration.reader.v2.migration.PricesMigratingSubscriber;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.majors.Majors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** A reader of prices: its handler knows version 2 alone, whatever is read. */
public final class Board {

    private Board() {}

    /** Starts an instance. The group, and who receives, are the same at all stages. */
    public static Subscription open(DataSource database, Transport transport, Majors read) {
        JdbcIdempotentReceiver once = new JdbcIdempotentReceiver(database, "board").keepingFor(Duration.ofDays(30));
        MessageHandler<String> handler =
                once.inTransaction(connection -> PricesSubscriber.handling(message -> show(connection, message)));
        return new PricesMigratingSubscriber(Cents.UP).subscribe(transport, read, "board", handler);
    }

    /** A line for each change, in the order in which they are told of. */
    private static void show(Connection connection, Received<String, DishPriced> message) throws SQLException {
        DishPriced priced = Objects.requireNonNull(message.payload());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO shown (dish, price, version) VALUES (?, ?, ?)")) {
            insert.setString(1, priced.getDish());
            insert.setBigDecimal(2, priced.getPrice());
            insert.setObject(3, message.metadata().entityVersion());
            insert.executeUpdate();
        }
    }
}
