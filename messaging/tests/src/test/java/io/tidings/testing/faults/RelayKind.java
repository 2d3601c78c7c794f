package io.tidings.testing.faults;

import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.outbox.debezium.LogTailingRelay;
import io.tidings.outbox.debezium.ReplicationAddress;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How a relay is started. A class of this kind has a constructor without arguments, so that a process can be told which. */
@FunctionalInterface
interface RelayKind {

    /**
     * Starts a relay.
     *
     * @param database the outbox's
     * @param url of the same database, for those who read its log
     */
    Running start(DataSource database, String url, Function<String, TransactionalSink> sinks, RelayOptions options);

    /** A relay that has been started. */
    @FunctionalInterface
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** The one that looks at the table. */
    final class Polling implements RelayKind {
        @Override
        public Running start(
                DataSource database, String url, Function<String, TransactionalSink> sinks, RelayOptions options) {
            return PollingRelay.start(database, sinks, options)::close;
        }
    }

    /** The one that reads PostgreSQL's log. */
    final class Tailing implements RelayKind {
        @Override
        public Running start(
                DataSource database, String url, Function<String, TransactionalSink> sinks, RelayOptions options) {
            PGSimpleDataSource address = new PGSimpleDataSource();
            address.setUrl(url);
            ReplicationAddress log = ReplicationAddress.of(
                    address.getServerNames()[0],
                    address.getPortNumbers()[0],
                    address.getDatabaseName(),
                    "postgres",
                    "");
            return LogTailingRelay.start(database, log, sinks, options)::close;
        }
    }
}
