package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox inside Spring's transactions: what docs/transactions.md shows, and what goes wrong there. */
class SpringTransactionsIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().postgres().build();

    private final HikariDataSource dataSource = new HikariDataSource();
    private final PlatformTransactionManager transactions = new JdbcTransactionManager(dataSource);
    private final TransactionTemplate inTransaction = new TransactionTemplate(transactions);
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private ParcelDesk desk;
    private MessageSink sink;

    @BeforeEach
    void open() throws Exception {
        dataSource.setDataSource(TIDINGS.newDataSource());
        dataSource.setMaximumPoolSize(4);
        desk = new ParcelDesk(dataSource);
        sink = new WakingSink(desk.outbox().in(new TransactionAwareDataSourceProxy(dataSource)), desk.relay()::wake);
    }

    @AfterEach
    void close() {
        desk.close();
        dataSource.close();
    }

    /** Tells somebody, after the commit, of each Spring transaction that something was sent in. */
    record WakingSink(MessageSink sink, Runnable wake) implements MessageSink, TransactionSynchronization {
        @Override
        public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
            CompletionStage<Receipt> receipt = sink.send(message);
            TransactionSynchronizationManager.registerSynchronization(this);
            return receipt;
        }

        @Override
        public void afterCommit() {
            wake.run();
        }
    }

    /** A service as one writes it: it knows of a sink, and nothing of connections. */
    static class Dispatch {
        private final JdbcTemplate jdbc;
        private final MessageSink sink;

        Dispatch(JdbcTemplate jdbc, MessageSink sink) {
            this.jdbc = jdbc;
            this.sink = sink;
        }

        @Transactional
        public void send(String label) {
            jdbc.update("INSERT INTO parcel (label, number) VALUES (?, 1)", label);
            sink.send(ParcelDesk.parcel(label));
        }

        @Transactional
        public void sendBut(String label) {
            send(label);
            throw new IllegalStateException("no stamps left");
        }

        public void outside(String label) {
            sink.send(ParcelDesk.parcel(label));
        }
    }

    @EnableTransactionManagement(proxyTargetClass = false)
    static class Application {}

    @Test
    void anAnnotatedMethodIsOneTransaction() throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(Application.class);
            context.registerBean(
                    DataSource.class, () -> dataSource, definition -> definition.setDestroyMethodName(null));
            context.registerBean(PlatformTransactionManager.class, () -> transactions);
            context.registerBean(Dispatch.class, () -> new Dispatch(jdbc, sink));
            context.refresh();
            Dispatch dispatch = context.getBean(Dispatch.class);

            dispatch.send("books");
            assertThatThrownBy(() -> dispatch.sendBut("maps")).hasMessage("no stamps left");

            assertThat(desk.awaitMessages(1)).containsExactly("books");
            assertThat(desk.parcels()).containsExactly("books");
            assertThatThrownBy(() -> dispatch.outside("pens"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("commits by itself");
            desk.awaitNothingWaits();
        }
    }

    @Test
    void aTransactionTemplateIsOneTransaction() throws Exception {
        inTransaction.executeWithoutResult(status -> {
            jdbc.update("INSERT INTO parcel (label, number) VALUES ('books', 1)");
            sink.send(ParcelDesk.parcel("books"));
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        assertThat(desk.parcels()).containsExactly("books");
    }

    @Test
    void whatIsMarkedForRollbackLeavesNothing() throws Exception {
        inTransaction.executeWithoutResult(status -> {
            jdbc.update("INSERT INTO parcel (label, number) VALUES ('books', 1)");
            sink.send(ParcelDesk.parcel("books"));
            status.setRollbackOnly();
        });

        assertThat(desk.parcels()).isEmpty();
        desk.awaitNothingWaits();
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherCommitsByItself() throws Exception {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        inTransaction.executeWithoutResult(status -> {
            sink.send(ParcelDesk.parcel("maps"));
            apart.executeWithoutResult(inner -> sink.send(ParcelDesk.parcel("books")));
            status.setRollbackOnly();
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        desk.awaitNothingWaits();
    }

    @Test
    void aNestedTransactionThatIsRolledBackTakesItsMessageWithIt() throws Exception {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        inTransaction.executeWithoutResult(status -> {
            sink.send(ParcelDesk.parcel("books"));
            nested.executeWithoutResult(inner -> {
                sink.send(ParcelDesk.parcel("maps"));
                inner.setRollbackOnly();
            });
        });

        assertThat(desk.awaitMessages(1)).containsExactly("books");
        desk.awaitNothingWaits();
    }

    @Test
    void theConnectionOfTheTransactionWillDoToo() throws Exception {
        inTransaction.executeWithoutResult(status -> {
            MessageSink own = desk.outbox().in(DataSourceUtils.getConnection(dataSource));
            own.send(ParcelDesk.parcel("books"));
        });
        desk.relay().wake();

        assertThat(desk.awaitMessages(1)).containsExactly("books");
    }

    @Test
    void aPoolThatJoinsNothingIsRefusedInsteadOfLosingMessages() throws Exception {
        HikariDataSource plain = dataSource;
        inTransaction.executeWithoutResult(status -> assertThatThrownBy(
                        () -> desk.outbox().in((DataSource) plain).send(ParcelDesk.parcel("books")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commits by itself"));
        try (HikariDataSource manual = new HikariDataSource()) {
            manual.setDataSource(dataSource);
            manual.setAutoCommit(false);
            manual.setMaximumPoolSize(2);
            assertThatThrownBy(() -> desk.outbox().in((DataSource) manual).send(ParcelDesk.parcel("books")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TransactionAwareDataSourceProxy");
        }
        desk.awaitNothingWaits();
    }

    @Test
    void connectionsAreGivenBack() throws Exception {
        for (int i = 0; i < 3 * dataSource.getMaximumPoolSize(); i++) {
            String label = "parcel " + i;
            inTransaction.executeWithoutResult(status -> sink.send(ParcelDesk.parcel(label)));
            assertThatThrownBy(() -> sink.send(ParcelDesk.parcel("outside"))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(desk.awaitMessages(3 * dataSource.getMaximumPoolSize())).startsWith("parcel 0", "parcel 1");
    }
}
