package io.tidings.examples.order;

import io.tidings.examples.order.api.OrderServiceChannels;
import io.tidings.examples.order.api.OrderServiceReplicas;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.Settings;
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
            "http.port", "8090",
            // An order takes no longer than that, unless its consumer is less, or more, patient.
            "order.patience.ms", "180000",
            "order.kitchen.patience.ms", "120000");

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
        KafkaTransport transport = resources.keep(KafkaTransport.connect(settings.messaging()));
        transport.provision(OrderServiceChannels.TOPICS);
        OrderTaking taking =
                OrderTaking.open(resources, database, transport, transport.codec(), transport::transactionalSink);

        OrderServiceReplicas replicas = resources.keep(OrderServiceReplicas.start(settings.messaging()));
        OrderVerifier verifier = resources.keep(new OrderVerifier(
                database,
                taking.desks(),
                replicas,
                Duration.ofMillis(settings.number("order.kitchen.patience.ms")),
                taking::committed));
        Duration patience = Duration.ofMillis(settings.number("order.patience.ms"));
        OrderApi api = new OrderApi(database, taking, patience, verifier::wake);
        resources
                .keep(JsonServer.listen(settings))
                .on("/orders", api::orders)
                .on("/restaurants", new Menus(replicas.restaurantView())::answer)
                .on("/replicas", request -> OrderApi.replicas(replicas))
                .start();
    }
}
