package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Channel;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.testing.contract.Parcel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Parcels in a database, an outbox beside them, and a relay that looks only when it is woken: what arrives was stored and
 * committed, and somebody said so.
 */
final class ParcelDesk implements AutoCloseable {
    private static final Channel<String> PARCELS = Letters.channel("parcels");
    private static final RelayOptions ASLEEP =
            RelayOptions.named("desk").withPollInterval(Duration.ofHours(1)).withLease(Duration.ofHours(4));

    private final DataSource database;
    private final InMemoryTransport transport = InMemoryTransport.create();
    private final RecordingHandler<String> arrived = new RecordingHandler<>();
    private final PollingRelay relay;

    ParcelDesk(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parcel (label varchar(100) PRIMARY KEY, number bigint NOT NULL)");
            JdbcOutbox.createTables(connection);
        }
        transport.subscribe(new SubscriptionSpec<>(PARCELS, List.of(Letters.PARCEL), "desk"), arrived);
        relay = PollingRelay.start(database, transport::transactionalSink, ASLEEP);
    }

    static OutgoingMessage<String, Parcel> parcel(String label) {
        return Letters.parcel(label, PARCELS, label, 1);
    }

    JdbcOutbox outbox() {
        return new JdbcOutbox(transport.codec());
    }

    PollingRelay relay() {
        return relay;
    }

    /** Waits for as many messages, and says of which parcels they tell. */
    List<String> awaitMessages(int count) {
        return arrived.await(count, Letters.SOON).stream()
                .map(ParcelDesk::label)
                .toList();
    }

    private static String label(Received<?, ?> message) {
        return message.payload() instanceof Parcel parcel ? parcel.getLabel() : "?";
    }

    /** Parcels that were committed. */
    List<String> parcels() throws SQLException {
        return texts("SELECT label FROM parcel ORDER BY label");
    }

    /** Sent rows go a moment after their message arrives. */
    void awaitNothingWaits() {
        Eventually.eventually(
                Letters.SOON,
                () -> assertThat(texts("SELECT message_id FROM tidings_outbox")).isEmpty());
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        relay.close();
        transport.close();
    }
}
