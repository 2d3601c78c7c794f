package io.tidings.examples.restaurant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.FreePorts;
import io.tidings.examples.restaurant.counterpart.CancelTicketNotifier;
import io.tidings.examples.restaurant.counterpart.CreateTicketReply;
import io.tidings.examples.restaurant.counterpart.CreateTicketRequestor;
import io.tidings.examples.restaurant.counterpart.RestaurantEventsSubscriber;
import io.tidings.examples.restaurant.events.RestaurantChanged;
import io.tidings.examples.restaurant.tickets.CancelTicket;
import io.tidings.examples.restaurant.tickets.CreateTicket;
import io.tidings.examples.restaurant.tickets.TicketItem;
import io.tidings.examples.support.Service;
import io.tidings.examples.support.StartupFailure;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import io.tidings.messaging.UnreachableException;
import io.tidings.testing.TidingsExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The restaurant service as others meet it: over HTTP, and with clients generated for the other side of its document. */
class RestaurantServiceIT {

    @RegisterExtension
    static final TidingsExtension tidings =
            TidingsExtension.builder().kafka().registry().postgres().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORT = FreePorts.next();

    private static Service service;

    @BeforeAll
    static void start() throws Exception {
        service = RestaurantService.start(
                setting("bootstrap.servers"),
                setting("schema.registry.url"),
                "--database.url=" + tidings.newDatabase(),
                "--http.port=" + PORT);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void publishesEachChangeWithItsVersion() throws Exception {
        BlockingQueue<Received<String, RestaurantChanged>> events = new LinkedBlockingQueue<>();
        try (Subscription subscription = RestaurantEventsSubscriber.subscribe(
                tidings.transport(), "test", RestaurantEventsSubscriber.handling(events::add))) {
            assertThat(subscription.awaitReady(PATIENCE)).isTrue();
            save("roma", "{\"name\": \"Roma\", \"open\": false, \"menu\": []}");
            save("roma", "{\"name\": \"Roma\", \"open\": true, \"menu\": []}");

            assertThat(next(events, "roma").metadata().entityVersion()).isEqualTo(1);
            Received<String, RestaurantChanged> second = next(events, "roma");
            assertThat(second.metadata().entityVersion()).isEqualTo(2);
            assertThat(second.metadata().source()).isEqualTo("restaurant-service");
            assertThat(second.payload()).isNotNull();
            assertThat(second.payload().getOpen()).isTrue();
        }
    }

    @Test
    void answersTicketsItTakesAndTicketsItDoesNot() throws Exception {
        save("bella", "{\"name\": \"Bella\", \"open\": true, \"menu\": []}");
        try (CreateTicketRequestor tickets = CreateTicketRequestor.open(tidings.transport())) {
            assertThat(tickets.requestAndWait("o1", ticket("o1", "bella", 2), PATIENCE))
                    .isInstanceOf(CreateTicketReply.TicketAccepted.class);
            assertThat(reasonOf(tickets.requestAndWait("o2", ticket("o2", "bella", 21), PATIENCE)))
                    .contains("20 dishes at most");
            assertThat(reasonOf(tickets.requestAndWait("o3", ticket("o3", "nowhere", 1), PATIENCE)))
                    .contains("no restaurant nowhere");
        }
    }

    @Test
    void aCancellationThatComesBeforeItsTicketIsRemembered() throws Exception {
        save("bella", "{\"name\": \"Bella\", \"open\": true, \"menu\": []}");
        Transport transport = tidings.transport();
        new CancelTicketNotifier(transport.sink())
                .send("o9", new CancelTicket("o9", "changed my mind"))
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try (CreateTicketRequestor tickets = CreateTicketRequestor.open(transport)) {
            // The commands travel on two channels: asked again under another id until the cancellation has arrived.
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(reasonOf(tickets.requestAndWait("o9", ticket("o9", "bella", 1), PATIENCE)))
                            .contains("cancelled"));
        }
    }

    @Test
    void cannotStartWithoutWhatItNeedsAndSaysWhatIsMissing() {
        String nowhere = "127.0.0.1:" + FreePorts.next();
        assertThatThrownBy(() -> RestaurantService.start(
                        "--database.url=jdbc:postgresql://" + nowhere + "/none", "--database.timeout.ms=1000"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("PostgreSQL", nowhere, "database.url");
        assertThatThrownBy(() -> RestaurantService.start(
                        "--bootstrap.servers=" + nowhere,
                        "--tidings.connect.timeout.ms=1000",
                        "--database.url=" + tidings.newDatabase()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("Kafka", nowhere, "bootstrap.servers");
        assertThatThrownBy(() -> RestaurantService.start(
                        setting("bootstrap.servers"),
                        "--schema.registry.url=http://" + nowhere,
                        "--tidings.connect.timeout.ms=1000",
                        "--database.url=" + tidings.newDatabase()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll(nowhere, "schema.registry.url");
    }

    private static CreateTicket ticket(String orderId, String restaurantId, int dishes) {
        return new CreateTicket(orderId, restaurantId, List.of(new TicketItem("pizza", dishes)));
    }

    private static String reasonOf(CreateTicketReply reply) {
        return reply.match(accepted -> "accepted", rejected -> rejected.getReason(), unknown -> "unknown");
    }

    private static Received<String, RestaurantChanged> next(
            BlockingQueue<Received<String, RestaurantChanged>> events, String key) throws InterruptedException {
        while (true) {
            Received<String, RestaurantChanged> event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).as("an event of " + key).isNotNull();
            if (key.equals(event.key())) {
                return event;
            }
        }
    }

    private static void save(String id, String json) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/restaurants/" + id))
                                .PUT(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String setting(String name) {
        return "--" + name + "=" + tidings.configuration().get(name);
    }
}
