package io.tidings.examples.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.counterpart.CancelTicketSubscriber;
import io.tidings.examples.order.counterpart.CreateTicketReplier;
import io.tidings.examples.order.counterpart.CreateTicketReply;
import io.tidings.examples.order.counterpart.OrderEventsSubscriber;
import io.tidings.examples.restaurant.tickets.CreateTicket;
import io.tidings.examples.restaurant.tickets.TicketAccepted;
import io.tidings.examples.restaurant.tickets.TicketRejected;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer;
import io.tidings.examples.support.Resources;
import io.tidings.examples.support.Settings;
import io.tidings.messaging.Received;
import io.tidings.testing.InMemoryTransport;
import io.tidings.testing.TidingsExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders as their clients see them over HTTP, with a real database and a kitchen that says what each test wants. */
class OrderTakingIT {

    @RegisterExtension
    static final TidingsExtension tidings =
            TidingsExtension.builder().postgres().build();

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Resources RESOURCES = new Resources();
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> CANCELLED_TICKETS = new ConcurrentLinkedQueue<>();

    private static Database database;
    private static OrderTaking taking;
    private static JsonServer server;

    @BeforeAll
    static void open() throws Exception {
        Settings settings = new Settings(Map.of("database.url", tidings.newDatabase(), "http.port", "0"));
        database = RESOURCES.keep(Database.connect(settings));
        InMemoryTransport transport = RESOURCES.keep(InMemoryTransport.create());
        RESOURCES.keep(CreateTicketReplier.subscribe(
                transport,
                "kitchen",
                CreateTicketReplier.replying(
                        request -> cook(Objects.requireNonNull(request.payload())), transport.sink())));
        RESOURCES.keep(CancelTicketSubscriber.subscribe(
                transport,
                "kitchen",
                CancelTicketSubscriber.handling(message -> CANCELLED_TICKETS.add(message.key()))));
        RESOURCES.keep(OrderEventsSubscriber.subscribe(
                transport,
                "listener",
                message -> EVENTS.add(message.key() + " " + version(message) + " "
                        + message.metadata().type())));
        taking = OrderTaking.open(RESOURCES, database, transport, transport.codec(), transport::transactionalSink);
        OrderApi api = new OrderApi(database, taking, LONG, () -> {});
        server = RESOURCES
                .keep(JsonServer.listen(settings))
                .on("/orders", api::orders)
                .start();
    }

    @AfterAll
    static void close() {
        RESOURCES.close();
    }

    private static String version(Received<?, ?> message) {
        return String.valueOf(message.metadata().entityVersion());
    }

    /** A kitchen that cooks no more than ten dishes. */
    private static CreateTicketReply cook(CreateTicket ticket) {
        String orderId = ticket.getOrderId();
        return ticket.getItems().get(0).getQuantity() > 10
                ? new CreateTicketReply.TicketRejected(new TicketRejected(orderId, "no more dough"))
                : new CreateTicketReply.TicketAccepted(new TicketAccepted(orderId, Instant.EPOCH));
    }

    @Test
    void anOrderIsAnsweredAtOnceAndApprovedLater() throws Exception {
        HttpResponse<String> accepted = place("");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(accepted.headers().firstValue("Retry-After")).contains("1");
        assertThat(accepted.body()).contains("\"state\":\"PENDING\"").contains("\"version\":1");
        String order = accepted.headers().firstValue("Location").orElseThrow();

        CompletableFuture<HttpResponse<String>> end = later(request(order + "?wait=30"));
        CompletableFuture<HttpResponse<String>> change =
                later(request(order).header("Prefer", "wait=30").header("If-None-Match", "\"1\""));
        CompletableFuture<HttpResponse<String>> events = later(request(order + "/events"));
        assertThat(get(order).body()).contains("PENDING");
        assertThat(send(request(order).header("If-None-Match", "\"1\"")).statusCode())
                .isEqualTo(304);

        askKitchen(order);
        assertThat(end.get().body()).contains("\"state\":\"APPROVED\"").contains("\"version\":2");
        assertThat(change.get().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(events.get().body())
                .contains("event: end\ndata: {")
                .containsSubsequence("id: 1\n", "\"state\":\"PENDING\"", "id: 2\n", "\"state\":\"APPROVED\"");
        // Who comes back after the end is told to stop, as EventSource understands it.
        assertThat(send(request(order + "/events").header("Last-Event-ID", "2")).statusCode())
                .isEqualTo(204);
        assertThat(send(request(order + "/events").header("Last-Event-ID", "1")).body())
                .contains("id: 2\n")
                .doesNotContain("id: 1\n");
        heard(order, "1 OrderPlaced", "2 OrderApproved");
        assertThat(send(request(order).DELETE()).statusCode()).isEqualTo(409);
        assertThat(CANCELLED_TICKETS).doesNotContain(id(order));
    }

    @Test
    void whatTakesTooLongIsRejectedAndItsTicketIsCancelled() throws Exception {
        String order = location(place(", \"patienceSeconds\": 1"));
        // A kitchen that is asked, and whose answer nobody gets to hear.
        database.inTransaction(transaction -> taking.requests().in(transaction).step(id(order), "ticket"));
        assertThat(get(order + "?wait=30").body())
                .contains("\"state\":\"REJECTED\"")
                .contains("nobody could say in time");
        heard(order, "1 OrderPlaced", "2 OrderRejected");
        ticketCancelled(order);
        // The kitchen's answer comes now.
        database.inTransaction(transaction -> {
            taking.desks().in(transaction).expired(id(order));
            return true;
        });
        assertThat(get(order).body()).contains("\"version\":2").contains("nobody could say in time");
    }

    @Test
    void whatTheKitchenRefusesIsRejected() throws Exception {
        String order = location(place(""));
        askKitchen(order, 11);
        assertThat(get(order + "?wait=30").body()).contains("REJECTED").contains("no more dough");
        heard(order, "1 OrderPlaced", "2 OrderRejected");
        ticketCancelled(order);
    }

    @Test
    void aPendingOrderIsCancelledOnce() throws Exception {
        String order = location(place(""));
        database.inTransaction(transaction -> taking.requests().in(transaction).step(id(order), "ticket"));
        assertThat(send(request(order).header("If-Match", "\"2\"").DELETE()).statusCode())
                .isEqualTo(412);
        assertThat(send(request(order).header("If-Match", "2").DELETE()).statusCode())
                .isEqualTo(400);
        assertThat(send(request(order).header("If-Match", "\"1\"").DELETE()).body())
                .contains("CANCELLED");
        assertThat(send(request(order).DELETE()).statusCode()).isEqualTo(200);
        ticketCancelled(order);
        heard(order, "1 OrderPlaced", "2 OrderRejected");
        askKitchen(order);
        assertThat(get(order + "?wait=30").body()).contains("CANCELLED").contains("\"version\":2");
    }

    @Test
    void anOrderThatIsPlacedTwiceIsOne() throws Exception {
        HttpResponse<String> first = send(placing("").header("Idempotency-Key", "k1"));
        HttpResponse<String> again = send(placing("").header("Idempotency-Key", "k1"));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(location(again)).isEqualTo(location(first));
        HttpResponse<String> other = send(placing(", \"patienceSeconds\": 7").header("Idempotency-Key", "k1"));
        assertThat(other.statusCode()).isEqualTo(422);
        heard(location(first), "1 OrderPlaced");
    }

    @Test
    void whatIsAskedWronglyIsSaid() throws Exception {
        assertThat(get("/orders/nobody's").statusCode()).isEqualTo(404);
        assertThat(get("/orders/nobody's?wait=5").statusCode()).isEqualTo(404);
        assertThat(get("/orders/nobody's/events").statusCode()).isEqualTo(404);
        assertThat(send(request("/orders/nobody's").DELETE()).statusCode()).isEqualTo(404);
        assertThat(place(", \"patienceSeconds\": 0").statusCode()).isEqualTo(400);
        assertThat(get(location(place("")) + "?wait=soon").body()).contains("whole number of seconds");
    }

    /** What the verifier does when an order is good. */
    private static void askKitchen(String location) throws SQLException {
        askKitchen(location, 1);
    }

    private static void askKitchen(String location, int dishes) throws SQLException {
        database.inTransaction(transaction -> {
            Order order = new Orders(transaction).find(id(location)).orElseThrow();
            taking.desks()
                    .in(transaction)
                    .askKitchen(order, List.of(new Line("margherita", dishes)), new BigDecimal("9.50"), LONG);
            return order;
        });
        taking.committed();
    }

    private void heard(String order, String... expected) {
        tidings.eventually(
                LONG,
                () -> assertThat(EVENTS.stream()
                                .filter(event -> event.startsWith(id(order) + " "))
                                .map(event -> event.substring(id(order).length() + 1)))
                        .containsExactly(expected));
    }

    private void ticketCancelled(String order) {
        tidings.eventually(LONG, () -> assertThat(CANCELLED_TICKETS).containsOnlyOnce(id(order)));
    }

    private static HttpResponse<String> place(String more) throws Exception {
        return send(placing(more));
    }

    private static HttpRequest.Builder placing(String more) {
        String json = "{\"consumerId\": \"ann\", \"restaurantId\": \"bella\","
                + " \"lines\": [{\"menuItemId\": \"margherita\", \"quantity\": 1}]" + more + "}";
        return request("/orders").POST(BodyPublishers.ofString(json));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String id(String location) {
        return location.substring("/orders/".length());
    }
}
