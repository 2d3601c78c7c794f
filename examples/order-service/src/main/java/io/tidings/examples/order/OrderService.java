package io.tidings.examples.order;

import io.tidings.examples.order.api.CreateTicketReplySubscriber;
import io.tidings.examples.order.api.OrderServiceChannels;
import io.tidings.examples.order.api.OrderServiceReplicas;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.Periodically;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.Settings;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.time.Duration;
import java.util.Map;

/** Puts the order service together: its database, its messages, its local copies, its HTTP interface. */
public final class OrderService {

    private static final Map<String, String> DEFAULTS = Map.of(
            "bootstrap.servers", "localhost:9092",
            "schema.registry.url", "http://localhost:8081",
            "tidings.source", "order-service",
            "application.id", "order-service",
            "http.port", "8090");

    private OrderService() {}

    /** Runs the service; settings are given as {@code --name=value}. */
    public static void main(String... arguments) {
        Service.run("order-service", OrderService::start, arguments);
    }

    static Service start(String... arguments) throws Exception {
        return Resources.starting(resources -> open(resources, Settings.parse(DEFAULTS, arguments)));
    }

    private static void open(Resources resources, Settings settings) throws Exception {
        Database database = resources.keep(Database.connect(settings));
        database.createTables(OrderService.class, "tables.sql");
        JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database.dataSource(), "order-service");
        database.inTransaction(connection -> {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
            return connection;
        });

        // As long as anything can be delivered again, dead letters included, what was received is remembered.
        resources.keep(Periodically.every(Duration.ofHours(1), () -> receiver.purge(Duration.ofDays(90))));

        KafkaTransport transport = resources.keep(KafkaTransport.connect(settings.messaging()));
        transport.provision(OrderServiceChannels.TOPICS);
        JdbcOutbox outbox = new JdbcOutbox(transport.codec());
        PollingRelay relay = resources.keep(PollingRelay.start(
                database.dataSource(), transport::transactionalSink, RelayOptions.named("order-service")));

        OrderServiceReplicas replicas = resources.keep(OrderServiceReplicas.start(settings.messaging()));
        OrderVerifier verifier = resources.keep(new OrderVerifier(database, outbox::in, replicas, relay::wake));
        resources.keep(CreateTicketReplySubscriber.subscribe(
                transport,
                CreateTicketReplySubscriber.GROUP,
                receiver.inTransaction(connection -> CreateTicketReplySubscriber.handling(
                        new OrderDesk(connection, outbox.in(connection)).replies()))));

        OrderApi api = new OrderApi(database, outbox::in, replicas, () -> {
            relay.wake();
            verifier.wake();
        });
        resources
                .keep(JsonServer.listen(settings))
                .on("/orders", api::orders)
                .on("/replicas", api::replicas)
                .start();
    }
}
