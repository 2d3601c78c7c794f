package io.tidings.examples.courier;

import io.tidings.examples.courier.api.CallForBidsGatherer;
import io.tidings.examples.courier.api.CourierServiceChannels;
import io.tidings.examples.courier.api.PositionRequestor;
import io.tidings.examples.courier.api.ShiftNoticesSubscriber;
import io.tidings.examples.courier.api.TakeDeliveryReplySubscriber;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.Periodically;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.Settings;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.time.Duration;
import java.util.Map;

/** Puts the courier service together: its database, its messages, its HTTP interface. */
public final class CourierService {

    private static final Map<String, String> DEFAULTS = Map.of(
            "bootstrap.servers", "localhost:9092",
            "schema.registry.url", "http://localhost:8081",
            "tidings.source", "courier-service",
            "http.port", "8093");

    /** How much later than its deadline a request expires at most. */
    private static final Duration EXPIRY = Duration.ofMillis(500);

    private CourierService() {}

    /** Runs the service; settings are given as {@code --name=value}. */
    public static void main(String... arguments) {
        Service.run("courier-service", settings -> start(Limits.DEFAULT, settings), arguments);
    }

    static Service start(Limits limits, String... arguments) throws Exception {
        return Resources.starting(resources -> open(resources, limits, Settings.parse(DEFAULTS, arguments)));
    }

    private static void open(Resources resources, Limits limits, Settings settings) throws Exception {
        Database database = resources.keep(Database.connect(settings));
        database.createTables(CourierService.class, "tables.sql");
        database.inTransaction(connection -> {
            JdbcOutbox.createTables(connection);
            JdbcPendingRequests.createTables(connection);
            return connection;
        });

        KafkaTransport transport = resources.keep(KafkaTransport.connect(settings.messaging()));
        transport.provision(CourierServiceChannels.TOPICS);
        JdbcOutbox outbox = new JdbcOutbox(transport.codec());
        PollingRelay relay = resources.keep(PollingRelay.start(
                database.dataSource(), transport::transactionalSink, RelayOptions.named("courier-service")));

        JdbcPendingRequests pending = new JdbcPendingRequests(database.dataSource(), outbox, "take-delivery");
        CallForBidsGatherer calls = resources.keep(CallForBidsGatherer.open(transport));
        Dispatcher dispatcher = new Dispatcher(database, outbox, pending, calls, limits);
        resources.keep(TakeDeliveryReplySubscriber.subscribe(
                transport, TakeDeliveryReplySubscriber.GROUP, pending.replies(dispatcher::resuming)));
        resources.keep(pending.expiring(dispatcher::resuming, EXPIRY));
        // A reply that comes once more within that time is known for what it is.
        resources.keep(Periodically.every(Duration.ofHours(1), () -> pending.purge(Duration.ofDays(90))));

        PositionRequestor requestor = resources.keep(PositionRequestor.open(transport));
        Positions positions = new Positions(requestor, limits.position());

        Shifts shifts = new Shifts(database);
        resources.keep(ShiftNoticesSubscriber.subscribe(transport, shifts.noting()));

        CourierApi api = new CourierApi(database, dispatcher, positions, shifts, relay::wake);
        resources
                .keep(JsonServer.listen(settings))
                .on("/deliveries", api::deliveries)
                .on("/positions", api::positions)
                .on("/shifts", api::shifts)
                .start();
    }
}
