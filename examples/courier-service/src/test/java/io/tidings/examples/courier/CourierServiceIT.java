package io.tidings.examples.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.FreePorts;
import io.tidings.examples.courier.messages.ReleaseDelivery;
import io.tidings.examples.support.Service;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.testing.TidingsExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The courier service as couriers meet it: each way of asking, with both sides running. */
@SuppressWarnings("try") // services and couriers need only run
class CourierServiceIT {

    @RegisterExtension
    static final TidingsExtension tidings =
            TidingsExtension.builder().kafka().postgres().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Two bids are enough, and there is time for them and for the answer. */
    private static final Limits UNHURRIED = new Limits(untilTwoBid(), PATIENCE, Duration.ofMillis(500));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PORT = FreePorts.next();

    private static String database;
    private static Couriers couriers;
    private static Service service;

    @BeforeAll
    static void open() throws Exception {
        database = tidings.newDatabase();
        couriers = new Couriers(tidings.transport());
        service = start(UNHURRIED, PORT);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void gathersBidsAndTheRequestToTheCheapestSurvivesARestart() throws Exception {
        Queue<String> silent = new ConcurrentLinkedQueue<>();
        try (Subscription anna = couriers.bidding("anna", OptionalLong.of(700), new ConcurrentLinkedQueue<>());
                Subscription ben = couriers.bidding("ben", OptionalLong.of(500), new ConcurrentLinkedQueue<>());
                Subscription dora = couriers.bidding("dora", OptionalLong.empty(), silent)) {
            assertThat(put(PORT, "d1")).contains("\"state\":\"ASKED\"").contains("\"courierId\":\"ben\"");
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(silent).as("asked, but did not answer").contains("d1"));
        }
        service.close();
        try (Subscription taking = couriers.taking()) {
            service = start(UNHURRIED, PORT);
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get(PORT, "/deliveries/d1"))
                            .contains("\"state\":\"TAKEN\"")
                            .contains("\"courierId\":\"ben\""));
        }
    }

    @Test
    void aDeliveryThatTheCourierDeclinesIsOpenAgain() throws Exception {
        try (Subscription anna = couriers.bidding("anna", OptionalLong.of(700), new ConcurrentLinkedQueue<>());
                Subscription carla = couriers.bidding("carla", OptionalLong.of(300), new ConcurrentLinkedQueue<>());
                Subscription taking = couriers.taking()) {
            put(PORT, "d2");
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get(PORT, "/deliveries/d2"))
                            .contains("\"state\":\"OPEN\"")
                            .contains("my bike is broken"));
        }
    }

    @Test
    void whoTakesADeliveryTooLateIsReleased() throws Exception {
        Limits hurried = new Limits(untilTwoBid(), Duration.ofMillis(1), PATIENCE);
        Queue<Received<String, ReleaseDelivery>> releases = new ConcurrentLinkedQueue<>();
        int port = FreePorts.next();
        try (Service impatient = start(hurried, port);
                Subscription anna = couriers.bidding("anna", OptionalLong.of(700), new ConcurrentLinkedQueue<>());
                Subscription ben = couriers.bidding("ben", OptionalLong.of(500), new ConcurrentLinkedQueue<>())) {
            put(port, "d3");
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get(PORT, "/deliveries/d3"))
                            .contains("\"state\":\"OPEN\"")
                            .contains("did not answer in time"));
            try (Subscription taking = couriers.taking();
                    Subscription released = couriers.released(releases)) {
                tidings.eventually(
                        PATIENCE,
                        () -> assertThat(releases).extracting(Received::key).containsExactly("d3"));
            }
            assertThat(get(PORT, "/deliveries/d3")).contains("\"state\":\"OPEN\"");
        }
    }

    @Test
    void theLastKnownPositionHasToDoWhenACourierDoesNotAnswer() throws Exception {
        assertThat(status("/positions/anna")).as("never seen").isEqualTo(503);
        try (Subscription locating = couriers.locating()) {
            tidings.eventually(
                    PATIENCE, () -> assertThat(status("/positions/anna")).isEqualTo(200));
        }
        String lastSeen = get(PORT, "/positions/anna");
        assertThat(lastSeen).contains("\"longitude\":13.4");
        assertThat(get(PORT, "/positions/anna")).isEqualTo(lastSeen);
    }

    @Test
    void instancesShareNoticesOfOnePartition() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 24);
        try (Service other = start(UNHURRIED, FreePorts.next())) {
            couriers.wantToWork(50, day).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get(PORT, "/shifts/" + day).split(",")).hasSize(50));
        }
    }

    private static Gather untilTwoBid() {
        return Gather.untilCount(2).within(PATIENCE);
    }

    private static Service start(Limits limits, int port) throws Exception {
        return CourierService.start(
                limits,
                "--bootstrap.servers=" + tidings.configuration().get("bootstrap.servers"),
                "--schema.registry.url=" + tidings.configuration().get("schema.registry.url"),
                "--database.url=" + database,
                "--http.port=" + port);
    }

    private static String put(int port, String deliveryId) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(port, "/deliveries/" + deliveryId)
                        .PUT(BodyPublishers.ofString("{\"from\": \"Roma\", \"to\": \"Elm Street 5\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String get(int port, String path) throws Exception {
        return HTTP.send(request(port, path).build(), BodyHandlers.ofString()).body();
    }

    private static int status(String path) throws Exception {
        return HTTP.send(request(PORT, path).build(), BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
