package io.tidings.messaging.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.Proxied;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which connections an outbox takes whatever the database: those that are in the transaction of the change. */
abstract class ConnectionContract extends AccountsOfADialect {
    @Test
    void aConnectionOutsideATransactionIsRefused() throws Exception {
        try (Connection connection = connect(name)) {
            assertThatThrownBy(() -> outbox.in(connection).send(Notes.note("a", "hello")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    @Test
    void aPoolThatJoinsNothingIsRefused() throws Exception {
        DataSource manual = Proxied.of(DataSource.class, (method, arguments) -> begin());
        assertThatThrownBy(() -> outbox.in(manual).send(Notes.note("a", "hello")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a connection of its own");
    }

    /** As Spring's TransactionAwareDataSourceProxy over a pool whose connections do not commit by themselves. */
    @Test
    void whoJoinsIsRefusedWhenTheThreadIsInNoTransaction() throws Exception {
        AtomicReference<@Nullable Connection> current = new AtomicReference<>();
        DataSource joining = Proxied.of(DataSource.class, (method, arguments) -> {
            Connection bound = current.get();
            return bound == null ? begin() : sparedFromClosing(bound);
        });
        AtomicSink sink = outbox.in(joining);
        try (Connection transaction = begin()) {
            current.set(transaction);
            sink.send(Notes.note("a", "inside"));
            sink.sendTogether(List.of(Notes.note("a", "first"), Notes.note("a", "second")));
            transaction.commit();
        } finally {
            current.set(null);
        }
        assertThatThrownBy(() -> sink.send(Notes.note("a", "outside")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Transactional");
        assertThat(count("tidings_outbox")).isEqualTo(3);
    }

    private static Connection sparedFromClosing(Connection bound) {
        return Proxied.of(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(bound, arguments));
    }
}
