package io.tidings.examples.courier;

import io.tidings.examples.courier.api.ShiftNoticesHandler;
import io.tidings.examples.courier.messages.ShiftNotice;
import io.tidings.examples.support.Database;
import io.tidings.messaging.PoisonMessageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who wants to work when. Safe for use by several threads. */
final class Shifts {

    private final Database database;

    Shifts(Database database) {
        this.database = database;
    }

    /** Notes each notice, in whatever order they come. One that comes twice changes nothing: the table's key sees to that. */
    ShiftNoticesHandler noting() {
        return message -> {
            ShiftNotice notice = message.payload();
            if (notice == null) {
                throw new PoisonMessageException("A notice without a payload says nothing", null);
            }
            note(notice);
        };
    }

    private void note(ShiftNotice notice) throws SQLException {
        database.inTransaction(transaction -> {
            try (PreparedStatement insert = transaction.prepareStatement(
                    "INSERT INTO shift (courier_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, notice.getCourierId());
                insert.setObject(2, notice.getDay());
                return insert.executeUpdate();
            }
        });
    }

    /** Who wants to work on a day, in the order of their ids. */
    List<String> on(LocalDate day) throws SQLException {
        return database.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.prepareStatement("SELECT courier_id FROM shift WHERE day = ? ORDER BY courier_id")) {
                query.setObject(1, day);
                List<String> couriers = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        couriers.add(row.getString(1));
                    }
                }
                return couriers;
            }
        });
    }
}
