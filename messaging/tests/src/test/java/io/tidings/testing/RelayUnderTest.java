package io.tidings.testing;

import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import io.tidings.outbox.debezium.LogTailingRelay;
import io.tidings.outbox.debezium.ReplicationAddress;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A relay of any kind: they keep the same promises.
 *
 * @param wake tells it of new messages, where it has to be told
 */
record RelayUnderTest(Runnable wake, Supplier<RelayStatus> status, Runnable close) {

    /** Starts one on a database. */
    @FunctionalInterface
    interface Kind {
        RelayUnderTest start(PGSimpleDataSource database, Function<String, TransactionalSink> sinks, String name);
    }

    static RelayUnderTest polling(PGSimpleDataSource database, Function<String, TransactionalSink> sinks, String name) {
        PollingRelay relay = PollingRelay.start(database, sinks, RelayOptions.named(name));
        return new RelayUnderTest(relay::wake, relay::status, relay::close);
    }

    static RelayUnderTest tailing(PGSimpleDataSource database, Function<String, TransactionalSink> sinks, String name) {
        ReplicationAddress log = ReplicationAddress.of(
                database.getServerNames()[0], database.getPortNumbers()[0], database.getDatabaseName(), "postgres", "");
        LogTailingRelay relay = LogTailingRelay.start(database, log, sinks, RelayOptions.named(name));
        return new RelayUnderTest(() -> {}, relay::status, relay::close);
    }
}
