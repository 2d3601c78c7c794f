package io.tidings.examples.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.FreePorts;
import io.tidings.examples.courier.api.ShiftNoticesSubscriber;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    private static final Limits LIMITS =
            new Limits(Gather.untilCount(2).within(PATIENCE), PATIENCE, Duration.ofMillis(500));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PORT = FreePorts.next();

    private static final Queue<String> HEARD_BY_DORA = new ConcurrentLinkedQueue<>();

    private static String database;
    private static Couriers couriers;
    private static List<Subscription> bidders;
    private static Service service;

    @BeforeAll
    static void open() throws Exception {
        database = tidings.newDatabase();
        couriers = new Couriers(tidings.transport());
        service = start();
        bidders = List.of(
                couriers.bidding("anna", OptionalLong.of(700), new ConcurrentLinkedQueue<>()),
                couriers.bidding("ben", OptionalLong.of(500), new ConcurrentLinkedQueue<>()),
                couriers.bidding("dora", OptionalLong.empty(), HEARD_BY_DORA));
    }

    @AfterAll
    static void close() {
        service.close();
        bidders.forEach(Subscription::close);
    }

    @Test
    void gathersBidsAndTheRequestToTheCheapestSurvivesARestart() throws Exception {
        assertThat(put("d1")).contains("\"state\":\"ASKED\"").contains("\"courierId\":\"ben\"");
        tidings.eventually(
                PATIENCE,
                () -> assertThat(HEARD_BY_DORA).as("asked, but did not answer").contains("d1"));
        service.close();
        try (Subscription taking = couriers.taking()) {
            service = start();
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get("/deliveries/d1"))
                            .contains("\"state\":\"TAKEN\"")
                            .contains("\"courierId\":\"ben\""));
        }
    }

    @Test
    void aDeliveryThatTheCourierDeclinesIsOpenAgain() throws Exception {
        put("far-away");
        try (Subscription taking = couriers.taking()) {
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(get("/deliveries/far-away"))
                            .contains("\"state\":\"OPEN\"")
                            .contains("my bike is broken"));
        }
    }

    @Test
    void whoTakesADeliveryTooLateIsReleased() throws Exception {
        Queue<Received<String, ReleaseDelivery>> releases = new ConcurrentLinkedQueue<>();
        put("d3");
        theDeadlinePasses();
        tidings.eventually(
                PATIENCE,
                () -> assertThat(get("/deliveries/d3"))
                        .contains("\"state\":\"OPEN\"")
                        .contains("did not answer in time"));
        try (Subscription taking = couriers.taking();
                Subscription released = couriers.released(releases)) {
            tidings.eventually(
                    PATIENCE,
                    () -> assertThat(releases).extracting(Received::key).containsExactly("d3"));
        }
        assertThat(get("/deliveries/d3")).contains("\"state\":\"OPEN\"");
    }

    /** Moves it, rather than wait for it. */
    private static void theDeadlinePasses() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE tidings_pending_request SET due_at = now() WHERE state = 'WAITING'");
        }
    }

    @Test
    void theLastKnownPositionHasToDoWhenACourierDoesNotAnswer() throws Exception {
        assertThat(status("/positions/anna")).as("never seen").isEqualTo(503);
        try (Subscription locating = couriers.locating()) {
            tidings.eventually(
                    PATIENCE, () -> assertThat(status("/positions/anna")).isEqualTo(200));
        }
        String lastSeen = get("/positions/anna");
        assertThat(lastSeen).contains("\"longitude\":13.4");
        assertThat(get("/positions/anna")).isEqualTo(lastSeen);
    }

    @Test
    void membersShareTheNoticesOfOnePartition() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 24);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        AtomicInteger sent = new AtomicInteger();
        try (Subscription other = ShiftNoticesSubscriber.subscribe(
                tidings.transport(),
                notice -> taken.add(Objects.requireNonNull(notice.payload()).getCourierId()))) {
            tidings.eventually(PATIENCE, () -> {
                couriers.wantToWork(sent.getAndAdd(20), 20, day).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(taken).as("what this member was given").isNotEmpty();
                assertThat(shifts(day)).as("what the service was given").isNotEmpty();
            });
            tidings.eventually(PATIENCE, () -> {
                Set<String> all = new HashSet<>(taken);
                all.addAll(shifts(day));
                assertThat(all).hasSize(sent.get());
            });
        }
    }

    private static List<String> shifts(LocalDate day) throws Exception {
        return Pattern.compile("courier\\d+")
                .matcher(get("/shifts/" + day))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Service start() throws Exception {
        return CourierService.start(
                LIMITS,
                "--bootstrap.servers=" + tidings.configuration().get("bootstrap.servers"),
                "--schema.registry.url=" + tidings.configuration().get("schema.registry.url"),
                "--database.url=" + database,
                "--http.port=" + PORT);
    }

    private static String put(String deliveryId) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request("/deliveries/" + deliveryId)
                        .PUT(BodyPublishers.ofString("{\"from\": \"Roma\", \"to\": \"Elm Street 5\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String get(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private static int status(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path));
    }
}
