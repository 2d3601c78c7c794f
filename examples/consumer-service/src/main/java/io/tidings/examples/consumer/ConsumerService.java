package io.tidings.examples.consumer;

import io.tidings.examples.consumer.api.ConsumerServiceChannels;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Request;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.Settings;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;

/** Puts the consumer service together: its database, its messages, its HTTP interface. */
public final class ConsumerService {

    private static final Map<String, String> DEFAULTS = Map.of(
            "bootstrap.servers", "localhost:9092",
            "schema.registry.url", "http://localhost:8081",
            "tidings.source", "consumer-service",
            "http.port", "8092");

    private final Database database;
    private final JdbcOutbox outbox;
    private final PollingRelay relay;

    private ConsumerService(Database database, JdbcOutbox outbox, PollingRelay relay) {
        this.database = database;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** Runs the service; settings are given as {@code --name=value}. */
    public static void main(String... arguments) {
        Service.run("consumer-service", ConsumerService::start, arguments);
    }

    static Service start(String... arguments) throws Exception {
        return Resources.starting(resources -> open(resources, Settings.parse(DEFAULTS, arguments)));
    }

    private static void open(Resources resources, Settings settings) throws Exception {
        Database database = resources.keep(Database.connect(settings));
        database.createTables(ConsumerService.class, "tables.sql");
        database.inTransaction(connection -> {
            JdbcOutbox.createTables(connection);
            return connection;
        });
        KafkaTransport transport = resources.keep(KafkaTransport.connect(settings.messaging()));
        transport.provision(ConsumerServiceChannels.TOPICS);
        PollingRelay relay = resources.keep(PollingRelay.start(
                database.dataSource(), transport::transactionalSink, RelayOptions.named("consumer-service")));

        ConsumerService service = new ConsumerService(database, new JdbcOutbox(transport.codec()), relay);
        resources
                .keep(JsonServer.listen(settings))
                .on("/consumers", service::consumers)
                .start();
    }

    private Answer consumers(Request request) throws SQLException {
        String id = request.path();
        OptionalLong version = switch (request.method()) {
            case "PUT" -> OptionalLong.of(save(id, request.as(Consumer.class)));
            case "DELETE" ->
                database.inTransaction(connection -> new Consumers(connection, outbox.in(connection)).remove(id));
            default -> OptionalLong.empty();
        };
        // After the commit: the relay would find nothing before it.
        relay.wake();
        return version.isPresent() ? Answer.ok(Map.of("id", id, "version", version.getAsLong())) : Answer.notFound();
    }

    private long save(String id, Consumer consumer) throws SQLException {
        return database.inTransaction(
                connection -> new Consumers(connection, outbox.in(connection)).save(id, consumer));
    }
}
