package io.tidings.messaging.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.OneConnection;
import io.tidings.messaging.jdbc.Proxied;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class UnitOfWorkIT {
    private static final String TWO_ACCOUNTS = "INSERT INTO account (id) VALUES ('a'), ('b')";

    private final Database database = Database.create();
    private final JdbcOutbox outbox = new JdbcOutbox(new Notes());
    private final AtomicInteger woken = new AtomicInteger();
    private final UnitOfWork unit = UnitOfWork.on(database.source(), outbox).afterCommit(woken::incrementAndGet);

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> messages() {
        return database.texts("SELECT convert_from(value, 'UTF8') FROM tidings_outbox ORDER BY id");
    }

    @Test
    void changeAndMessageCommitTogetherAndThenTheRelayIsWoken() throws Exception {
        List<Long> seenWhenWoken = new ArrayList<>();
        UnitOfWork looking = unit.afterCommit(() -> seenWhenWoken.add(database.count("tidings_outbox")));
        String answer = looking.call((connection, sink) -> {
            execute(connection, TWO_ACCOUNTS);
            sink.send(Notes.note("a", "hello"));
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(messages()).containsExactly("hello");
        assertThat(database.count("account")).isEqualTo(2);
        assertThat(seenWhenWoken).containsExactly(1L);
        assertThat(woken).hasValue(1);
    }

    @Test
    void whatTheWorkThrowsRollsBackAndIsThrownOn() {
        IOException failure = new IOException("no");
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    execute(connection, TWO_ACCOUNTS);
                    sink.send(Notes.note("a", "hello"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(database.count("account")).isZero();
        assertThat(messages()).isEmpty();
        assertThat(woken).hasValue(0);
    }

    @Test
    void aMessageThatCannotBeEncodedTakesTheChangeWithIt() {
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    execute(connection, TWO_ACCOUNTS);
                    sink.send(Notes.note("a", Notes.UNENCODABLE));
                }))
                .isInstanceOf(PoisonMessageException.class);
        assertThat(database.count("account")).isZero();
    }

    @Test
    void aMistakeInTheWorksOwnSqlIsItsOwnException() {
        assertThatThrownBy(() -> unit.run((connection, sink) -> execute(connection, "SELEKT 1")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theConnectionGoesBackAsItCame() throws Exception {
        UnitOfWork pooled = UnitOfWork.on(OneConnection.over(database.source()), outbox);
        pooled.run((connection, sink) -> assertThat(connection.getAutoCommit()).isFalse());
        assertThatThrownBy(() -> pooled.run((connection, sink) -> execute(connection, "SELEKT 1")))
                .isInstanceOf(SQLException.class);
        try (Connection same = OneConnection.over(database.source()).getConnection()) {
            assertThat(same.getAutoCommit()).isTrue();
        }
        pooled.run((connection, sink) -> execute(connection, TWO_ACCOUNTS));
        assertThat(database.count("account")).isEqualTo(2);
    }

    @Test
    void aSecondUnitOnTheSameThreadIsRefusedAndTheFirstRolledBack() throws Exception {
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    execute(connection, TWO_ACCOUNTS);
                    unit.run((second, secondSink) -> execute(second, "SELECT 1"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hand its connection and its sink on");
        assertThat(database.count("account")).isZero();
        Database other = Database.create();
        unit.run((connection, sink) -> {
            execute(connection, TWO_ACCOUNTS);
            UnitOfWork.on(other.source(), outbox).run((second, secondSink) -> execute(second, TWO_ACCOUNTS));
        });
        assertThat(other.count("account")).isEqualTo(2);
    }

    @Test
    void aSinkThatOutlivesItsUnitIsRefused() throws Exception {
        MessageSink[] kept = new MessageSink[1];
        unit.run((connection, sink) -> kept[0] = sink);
        assertThatThrownBy(() -> kept[0].send(Notes.note("a", "late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is over");
    }

    @Test
    void aWakeUpThatFailsUndoesNothing() throws Exception {
        UnitOfWork failing = unit.afterCommit(() -> {
            throw new IllegalStateException("asleep");
        });
        failing.run((connection, sink) -> sink.send(Notes.note("a", "hello")));
        assertThat(messages()).containsExactly("hello");
    }

    @Test
    void aDeadlockIsTransientAndIsRepeatedIfAsked() throws Exception {
        database.run(TWO_ACCOUNTS);
        assertThat(meet(unit)).as("one gave way, and nobody repeats it").isEqualTo(1);
        assertThat(meet(unit.retrying(3))).isEqualTo(2);
        assertThat(database.texts("SELECT sum(version) FROM account")).containsExactly("6");
    }

    /** Two units that lock two accounts in opposite order; how many were committed. */
    private int meet(UnitOfWork units) throws Exception {
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = pool.submit(() -> lockBoth(units, "a", "b", bothHoldOne));
            Future<Boolean> two = pool.submit(() -> lockBoth(units, "b", "a", bothHoldOne));
            return (one.get() ? 1 : 0) + (two.get() ? 1 : 0);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean lockBoth(UnitOfWork units, String first, String second, CountDownLatch bothHoldOne)
            throws Exception {
        try {
            units.run((connection, sink) -> {
                execute(connection, "UPDATE account SET version = version + 1 WHERE id = '" + first + "'");
                bothHoldOne.countDown();
                bothHoldOne.await();
                execute(connection, "UPDATE account SET version = version + 1 WHERE id = '" + second + "'");
            });
            return true;
        } catch (TransientMessagingException e) {
            assertThat(e).hasMessageContaining("deadlock");
            return false;
        }
    }

    @Test
    void aSerializationFailureOfTheCommitIsRepeatedToo() throws Exception {
        database.run(TWO_ACCOUNTS);
        AtomicInteger attempts = new AtomicInteger();
        unit.retrying(1).run((connection, sink) -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            String sum = "UPDATE account SET version = 1 + (SELECT sum(version) FROM account) WHERE id = ";
            execute(connection, sum + "'a'");
            if (attempts.incrementAndGet() == 1) {
                try (Connection other = database.begin()) {
                    other.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                    execute(other, sum + "'b'");
                    other.commit();
                }
            }
        });
        assertThat(attempts).hasValue(2);
        assertThat(woken).hasValue(1);
        assertThat(database.texts("SELECT version FROM account ORDER BY id")).containsExactly("2", "1");
    }

    @Test
    void aStatementThatFailedUnheardKeepsTheUnitFromCommitting() {
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    assertThatThrownBy(() -> execute(connection, "SELEKT 1")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("went on after a failed statement");
        assertThat(woken).hasValue(0);
    }

    @Test
    void aCutConnectionIsTransient() throws Exception {
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    database.cutConnections();
                    sink.send(Notes.note("a", "hello"));
                }))
                .isInstanceOf(TransientMessagingException.class);
        assertThatCode(() -> unit.run((connection, sink) -> sink.send(Notes.note("a", "again"))))
                .doesNotThrowAnyException();
        assertThat(messages()).containsExactly("again");
    }

    @Test
    void aCommitWithoutAnAnswerIsInDoubtAndNeverRepeated() {
        AtomicInteger attempts = new AtomicInteger();
        UnitOfWork swallowing =
                UnitOfWork.on(commitThenCut(database.source()), outbox).afterCommit(woken::incrementAndGet);
        assertThatThrownBy(() -> swallowing.retrying(5).run((connection, sink) -> {
                    attempts.incrementAndGet();
                    sink.send(Notes.note("a", "hello"));
                }))
                .isInstanceOf(CommitInDoubtException.class)
                .hasMessageContaining("not known");
        assertThat(attempts).hasValue(1);
        assertThat(messages()).as("the work was done, its answer was lost").containsExactly("hello");
        assertThat(woken).hasValue(1);
    }

    /** Its commits succeed, and then the connection is cut before the answer comes. */
    private DataSource commitThenCut(DataSource source) {
        return Proxied.of(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection
                    ? Proxied.of(Connection.class, (call, values) -> {
                        Object answer = call.invoke(connection, values);
                        if (call.getName().equals("commit")) {
                            throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
                        }
                        return answer;
                    })
                    : result;
        });
    }

    @Test
    void aDatabaseThatGivesNoConnectionIsTransient() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThatThrownBy(() -> UnitOfWork.on(nobody, outbox).run((connection, sink) -> {}))
                .isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void aReadOnlyConnectionIsNamedAsSuch() {
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    execute(connection, "SET TRANSACTION READ ONLY");
                    sink.send(Notes.note("a", "hello"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining("replica");
    }

    @Test
    void aSavepointTakesItsMessagesBack() throws Exception {
        unit.run((connection, sink) -> {
            sink.send(Notes.note("a", "stays"));
            var savepoint = connection.setSavepoint();
            sink.send(Notes.note("a", "goes"));
            connection.rollback(savepoint);
        });
        assertThat(messages()).containsExactly("stays");
    }
}
