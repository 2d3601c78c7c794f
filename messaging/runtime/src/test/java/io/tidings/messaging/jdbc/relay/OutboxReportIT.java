package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Proxied;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an operator is told who looks where nothing can be seen. */
class OutboxReportIT {

    @Test
    void saysHowLongALeaseLasts() {
        Database database = Database.create();
        database.run("INSERT INTO tidings_relay_lease (name, shard, owner, epoch, expires_at)"
                + " VALUES ('shop', 0, 'one', 7, now() + interval '1 hour')");
        assertThat(OutboxReport.read(database.source()).leaders())
                .singleElement()
                .satisfies(leader ->
                        assertThat(leader.remaining()).isBetween(Duration.ofMinutes(55), Duration.ofHours(1)));
    }

    @Test
    void namesAllTablesThatAreMissing() {
        assertThatThrownBy(() -> OutboxReport.read(Database.empty().source()))
                .isInstanceOf(LayoutMismatchException.class)
                .hasMessageContaining("Table tidings_outbox is missing")
                .hasMessageContaining("Table tidings_relay_lease is missing")
                .hasMessageContaining("CREATE TABLE IF NOT EXISTS tidings_outbox");
    }

    @Test
    void namesAllGrantsThatAreMissing() throws Exception {
        Database database = Database.create();
        String role = "nobody_of_" + database.name();
        database.run("CREATE ROLE " + role);
        DataSource poor = Proxied.of(DataSource.class, (method, arguments) -> {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + role);
            }
            return connection;
        });
        try {
            assertThatThrownBy(() -> OutboxReport.read(poor))
                    .isInstanceOf(LayoutMismatchException.class)
                    .hasMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON tidings_outbox TO " + role)
                    .hasMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON tidings_relay_lease TO " + role);
        } finally {
            database.run("DROP ROLE " + role);
        }
    }
}
