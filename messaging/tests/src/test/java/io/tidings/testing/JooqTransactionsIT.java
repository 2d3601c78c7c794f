package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TransactionListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outbox inside jOOQ's transactions: what docs/transactions.md shows, and what goes wrong there. */
class JooqTransactionsIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().postgres().build();

    private final DataSource dataSource = TIDINGS.newDataSource();
    private ParcelDesk desk;
    private DSLContext jooq;
    private JdbcOutbox outbox;

    @BeforeEach
    void open() throws SQLException {
        desk = new ParcelDesk(dataSource);
        outbox = desk.outbox();
        jooq = DSL.using(dataSource, SQLDialect.POSTGRES);
        jooq.configuration()
                .set(TransactionListener.onCommitEnd(context -> desk.relay().wake()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void insert(Configuration transaction, String label) {
        transaction.dsl().execute("INSERT INTO parcel (label, number) VALUES (?, 1)", label);
    }

    @Test
    void aTransactionCommitsChangeAndMessageAndWakesTheRelay() throws Exception {
        jooq.transaction(transaction -> {
            insert(transaction, "books");
            transaction.dsl().connection(connection -> {
                MessageSink sink = outbox.in(connection);
                sink.send(ParcelDesk.parcel("books"));
            });
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        assertThat(desk.parcels()).containsExactly("books");
    }

    @Test
    void anExceptionRollsBackBoth() throws Exception {
        assertThatThrownBy(() -> jooq.transaction(transaction -> {
                    insert(transaction, "books");
                    transaction
                            .dsl()
                            .connection(connection -> outbox.in(connection).send(ParcelDesk.parcel("books")));
                    throw new IllegalStateException("no stamps left");
                }))
                .hasMessage("no stamps left");

        assertThat(desk.parcels()).isEmpty();
        desk.awaitNothingWaits();
    }

    @Test
    void aNestedTransactionThatFailsTakesItsMessageWithIt() throws Exception {
        jooq.transaction(transaction -> {
            transaction.dsl().connection(connection -> outbox.in(connection).send(ParcelDesk.parcel("books")));
            assertThatThrownBy(() -> transaction.dsl().transaction(nested -> {
                        nested.dsl()
                                .connection(connection -> outbox.in(connection).send(ParcelDesk.parcel("maps")));
                        throw new IllegalStateException("no stamps left");
                    }))
                    .hasMessage("no stamps left");
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        desk.awaitNothingWaits();
    }

    @Test
    void outsideATransactionItIsRefused() throws Exception {
        assertThatThrownBy(() ->
                        jooq.connection(connection -> outbox.in(connection).send(ParcelDesk.parcel("books"))))
                .hasStackTraceContaining("commits by itself");
        desk.awaitNothingWaits();
    }
}
