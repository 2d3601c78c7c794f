package io.tidings.examples.restaurant;

import io.tidings.examples.restaurant.api.CancelTicketSubscriber;
import io.tidings.examples.restaurant.api.CreateTicketReplier;
import io.tidings.examples.restaurant.api.RestaurantServiceChannels;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.Settings;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Puts the restaurant service together: its database, its messages, its HTTP interface. */
public final class RestaurantService {

    private static final Map<String, String> DEFAULTS = Map.of(
            "bootstrap.servers", "localhost:9092",
            "schema.registry.url", "http://localhost:8081",
            "tidings.source", "restaurant-service",
            "http.port", "8091");

    private RestaurantService() {}

    /** Runs the service; settings are given as {@code --name=value}. */
    public static void main(String... arguments) {
        Service.run("restaurant-service", RestaurantService::start, arguments);
    }

    static Service start(String... arguments) throws Exception {
        return Resources.starting(resources -> open(resources, Settings.parse(DEFAULTS, arguments)));
    }

    private static void open(Resources resources, Settings settings) throws Exception {
        Database database = resources.keep(Database.connect(settings));
        database.createTables(RestaurantService.class, "tables.sql");
        // As long as anything can be delivered again, dead letters included, what was received is remembered.
        JdbcIdempotentReceiver receiver =
                new JdbcIdempotentReceiver(database.dataSource(), "restaurant-service").keepingFor(Duration.ofDays(90));
        database.inTransaction(connection -> {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
            return connection;
        });

        KafkaTransport transport = resources.keep(KafkaTransport.connect(settings.messaging()));
        transport.provision(RestaurantServiceChannels.TOPICS);
        JdbcOutbox outbox = new JdbcOutbox(transport.codec());
        PollingRelay relay = resources.keep(PollingRelay.start(
                database.dataSource(), transport::transactionalSink, RelayOptions.named("restaurant-service")));

        resources.keep(CreateTicketReplier.subscribe(
                transport,
                CreateTicketReplier.GROUP,
                receiver.inTransaction(connection -> CreateTicketReplier.replying(
                        new Kitchen(connection, Clock.systemUTC()).creating(), outbox.in(connection)))));
        resources.keep(CancelTicketSubscriber.subscribe(
                transport,
                CancelTicketSubscriber.GROUP,
                receiver.inTransaction(connection ->
                        CancelTicketSubscriber.handling(new Kitchen(connection, Clock.systemUTC()).cancelling()))));

        resources
                .keep(JsonServer.listen(settings))
                .on("/restaurants", request -> {
                    if (!request.method().equals("PUT")) {
                        return Answer.notAllowed();
                    }
                    long version = save(database, outbox, request.path(), request.as(Restaurant.class));
                    relay.wake();
                    return Answer.ok(Map.of("id", request.path(), "version", version));
                })
                .on(
                        "/tickets",
                        request ->
                                request.method().equals("GET") ? ticket(database, request.path()) : Answer.notAllowed())
                .start();
    }

    private static Answer ticket(Database database, String orderId) throws SQLException {
        return database.inTransaction(connection -> new Kitchen(connection, Clock.systemUTC()).stateOf(orderId))
                .map(state -> Answer.ok(Map.of("orderId", orderId, "state", state)))
                .orElseGet(Answer::notFound);
    }

    private static long save(Database database, JdbcOutbox outbox, String id, Restaurant restaurant)
            throws SQLException {
        return database.inTransaction(
                connection -> new Restaurants(connection, outbox.in(connection)).save(id, restaurant));
    }
}
