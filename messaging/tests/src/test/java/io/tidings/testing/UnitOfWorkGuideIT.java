package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.UnitOfWork;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/transactions.md shows with plain JDBC. */
class UnitOfWorkGuideIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().postgres().build();

    private final DataSource dataSource = TIDINGS.newDataSource();
    private ParcelDesk desk;

    @BeforeEach
    void open() throws SQLException {
        desk = new ParcelDesk(dataSource);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aUnitOfWorkBeginsCommitsAndWakes() throws Exception {
        JdbcOutbox outbox = desk.outbox();
        PollingRelay relay = desk.relay();

        UnitOfWork units = UnitOfWork.on(dataSource, outbox).afterCommit(relay::wake);

        units.run((connection, sink) -> {
            insert(connection, "books");
            sink.send(ParcelDesk.parcel("books"));
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        assertThat(desk.parcels()).containsExactly("books");
    }

    @Test
    void anExceptionRollsBack() throws Exception {
        UnitOfWork units = UnitOfWork.on(dataSource, desk.outbox()).afterCommit(desk.relay()::wake);

        assertThatThrownBy(() -> units.run((connection, sink) -> {
                    insert(connection, "books");
                    sink.send(ParcelDesk.parcel("books"));
                    throw new IllegalStateException("no stamps left");
                }))
                .hasMessage("no stamps left");

        assertThat(desk.parcels()).isEmpty();
        desk.awaitNothingWaits();
    }

    @Test
    void yourOwnTransactionWillDo() throws Exception {
        JdbcOutbox outbox = desk.outbox();

        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, "books");
            outbox.in(connection).send(ParcelDesk.parcel("books"));
            connection.commit();
        }
        desk.relay().wake();

        assertThat(desk.awaitMessages(1)).containsExactly("books");
    }

    private static void insert(Connection connection, String label) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO parcel (label, number) VALUES (?, 1)")) {
            statement.setString(1, label);
            statement.executeUpdate();
        }
    }
}
