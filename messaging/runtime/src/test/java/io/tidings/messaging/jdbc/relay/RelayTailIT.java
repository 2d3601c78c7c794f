package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Interposed;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import io.tidings.messaging.observe.Listeners;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tail whose log says what the test says, or nothing. */
class RelayTailIT {
    private static final RelayOptions OPTIONS = RelayOptions.named("test").withLease(Duration.ofMillis(600));

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();
    private final AtomicBoolean mended = new AtomicBoolean();

    private RelayTerm begin() throws SQLException {
        return Objects.requireNonNull(RelayTerm.begin(
                new JdbcLeasedOutbox(database.source(), OPTIONS, 0, "test"),
                broker::open,
                OPTIONS,
                Listeners.NONE.relay("test"),
                System::nanoTime));
    }

    /** Looks at the table as the relay of a log that is silent does. */
    private static void tail(RelayTerm term, RelayLoop loop) throws SQLException {
        RelayTail tail = new RelayTail(term);
        tail.drain();
        while (!loop.closing()) {
            tail.keep();
            loop.awaitWork(OPTIONS.lease().dividedBy(6));
        }
    }

    /** What the log would tell of a transaction that nobody else can see yet. */
    private static List<LoggedRow> logged(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            result.next();
            long id = result.getLong(1);
            List<LoggedRow> rows = new ArrayList<>();
            UnsentRows.read(transaction, new UnsentRows.Wanted(Set.of(), Set.of(), 0, 100))
                    .rows()
                    .forEach(row -> rows.add(new LoggedRow(row, id)));
            return rows;
        }
    }

    private void refuse(String text) {
        broker.beforeCommit = batch -> {
            if (!mended.get()
                    && batch.stream().anyMatch(message -> Notes.text(message).equals(text))) {
                throw new PoisonMessageException("too large", null);
            }
        };
    }

    private int release() throws SQLException {
        mended.set(true);
        try (Connection connection = database.connect()) {
            return JdbcOutbox.retryBarred(connection);
        }
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
    }

    /** It was stuck when the release fell between two statements that looked at the table. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsReleasedIsSentWheneverThatHappens(int statement) throws Exception {
        accounts.commit(database, "a");
        accounts.commit(database, "a");
        refuse("a:1");
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger released = new AtomicInteger();
        Interposed source = () -> {
            if (database.count("tidings_outbox WHERE barred_reason IS NOT NULL") == 1
                    && seen.incrementAndGet() == statement) {
                released.set(release());
            }
        };
        try (RelayLoop loop =
                RelayLoop.start(source.over(database.source()), broker::open, OPTIONS, RelayTailIT::tail)) {
            awaitEmpty();
            assertThat(loop.status().barred()).isZero();
        }
        assertThat(released).hasValue(1);
        Told.check(database, broker);
    }

    @Test
    void whatTheLogDoesNotTellOfIsSentFromTheTable() throws Exception {
        try (RelayLoop loop = RelayLoop.start(database.source(), broker::open, OPTIONS, RelayTailIT::tail)) {
            for (int i = 0; i < 3; i++) {
                accounts.commit(database, "a");
                awaitEmpty();
            }
            assertThat(loop.status().trouble()).isNull();
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2", "a:3");
    }

    @Test
    void whatTheLogTellsOfIsSentOnceWhetherOrNotItCanBeSeen() throws Exception {
        try (RelayTerm term = begin();
                Connection early = database.begin();
                Connection transaction = database.begin()) {
            RelayTail tail = new RelayTail(term);
            accounts.change(early, "early");
            List<LoggedRow> drained = logged(early);
            early.commit();
            tail.drain();
            accounts.change(transaction, "a");
            List<LoggedRow> rows = logged(transaction);
            tail.relay(drained);
            tail.relay(rows);
            assertThat(broker.texts()).containsExactly("early:1", "a:1");
            tail.keep();
            transaction.commit();
            assertThat(database.count("tidings_outbox")).isEqualTo(1);
            tail.keep();
            assertThat(database.count("tidings_outbox")).isZero();
            tail.drain();
            tail.relay(rows);
        }
        assertThat(broker.texts()).containsExactly("early:1", "a:1");
    }

    @Test
    void whatWasSentBeforeItCouldBeSeenIsNotSentAgainFromTheTable() throws Exception {
        try (RelayTerm term = begin();
                Connection transaction = database.begin()) {
            RelayTail tail = new RelayTail(term);
            tail.drain();
            accounts.change(transaction, "a");
            tail.relay(logged(transaction));
            transaction.commit();
            tail.drain();
            tail.finish();
        }
        assertThat(database.count("tidings_outbox")).isZero();
        assertThat(broker.texts()).containsExactly("a:1");
    }

    @Test
    void whatIsRefusedBeforeItCanBeSeenHoldsBackItsKey() throws Exception {
        refuse("a:1");
        try (RelayTerm term = begin();
                Connection first = database.begin();
                Connection second = database.begin()) {
            RelayTail tail = new RelayTail(term);
            tail.drain();
            accounts.change(first, "a");
            tail.relay(logged(first));
            tail.keep();
            assertThat(database.count("tidings_outbox")).isZero();
            first.commit();
            accounts.change(second, "a");
            List<LoggedRow> behind = logged(second);
            second.commit();
            tail.relay(behind.subList(1, 2));
            assertThat(broker.texts()).isEmpty();
            tail.keep();
            assertThat(database.texts("SELECT coalesce(barred_reason, 'waits') FROM tidings_outbox ORDER BY id"))
                    .containsExactly("too large", "waits");
            release();
            tail.keep();
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2");
        assertThat(database.count("tidings_outbox")).isZero();
    }

    @Test
    void afterAFailureNothingOvertakes() throws Exception {
        accounts.commit(database, "a");
        try (RelayTerm term = begin();
                Connection transaction = database.begin()) {
            RelayTail tail = new RelayTail(term);
            accounts.change(transaction, "b");
            List<LoggedRow> rows = logged(transaction).subList(1, 2);
            assertThatThrownBy(() -> tail.relay(rows)).isInstanceOf(IllegalStateException.class);
            broker.beforeCommit = batch -> {
                throw new TransientMessagingException("no broker", null);
            };
            assertThatThrownBy(tail::drain).isInstanceOf(TransientMessagingException.class);
            broker.beforeCommit = RecordingBroker.Fault.NONE;
            assertThatThrownBy(() -> tail.relay(rows)).isInstanceOf(IllegalStateException.class);
            tail.drain();
            tail.relay(rows);
        }
        assertThat(broker.texts()).containsExactly("a:1", "b:1");
    }

    /** Found by {@link RelayInterleavingTest}: its commit stands in the log before the slot, and is seen only after the drain. */
    @Test
    void whatANewSlotDoesNotTellOfIsNotOvertaken() throws Exception {
        try (RelayTerm term = begin();
                Connection first = database.begin();
                Connection second = database.begin()) {
            RelayTail tail = new RelayTail(term);
            accounts.change(first, "a");
            tail.drain();
            first.commit();
            accounts.change(second, "a");
            List<LoggedRow> rows = logged(second).subList(1, 2);
            second.commit();
            tail.relay(rows);
            assertThat(broker.texts()).containsExactly("a:1", "a:2");
            accounts.change(first, "a");
            tail.relay(logged(first));
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2", "a:3");
    }
}
