package io.tidings.examples.order;

import io.tidings.examples.order.Order.Placement;
import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.OrderServiceReplicas;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.EventStreams.Event;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Later;
import io.tidings.examples.support.JsonServer.Problem;
import io.tidings.examples.support.JsonServer.Reply;
import io.tidings.examples.support.JsonServer.Request;
import io.tidings.examples.support.JsonServer.Stream;
import io.tidings.examples.support.Polling;
import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.Change;
import io.tidings.messaging.accepted.Move;
import io.tidings.messaging.accepted.RequestObserver;
import io.tidings.messaging.accepted.RequestWatch;
import io.tidings.messaging.accepted.Verdict;
import io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order service over HTTP. No request waits for another service, not even for the broker, unless it asks to wait. */
final class OrderApi {

    private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
    private static final String EVENTS = "/events";

    private final Database database;
    private final OrderDesks desks;
    private final JdbcAcceptedRequests<State> requests;
    private final RequestWatch<State> watch;
    private final Duration patience;
    private final Runnable afterCommit;

    /**
     * The orders of this database.
     *
     * @param patience how long an order may take, unless its consumer says otherwise
     * @param verifying is called when there is an order to verify
     */
    OrderApi(Database database, OrderTaking taking, Duration patience, Runnable verifying) {
        this.database = database;
        this.desks = taking.desks();
        this.requests = taking.requests();
        this.watch = taking.watch();
        this.patience = patience;
        this.afterCommit = () -> {
            taking.committed();
            verifying.run();
        };
    }

    /** An order as its client sees it. */
    record Status(
            String id,
            String consumerId,
            String restaurantId,
            State state,
            long version,
            @Nullable String reason) {

        static Status of(Order order, AcceptedRequest<State> request) {
            return new Status(
                    order.id(),
                    order.consumerId(),
                    order.restaurantId(),
                    request.state(),
                    request.version(),
                    request.outcome());
        }
    }

    /** An order and where it stands. */
    private record Found(Order order, AcceptedRequest<State> request) {}

    /** {@code POST /orders}, {@code GET /orders/ID[?wait=SECONDS]}, {@code GET /orders/ID/events}, {@code DELETE /orders/ID}. */
    Reply orders(Request request) throws SQLException {
        String path = request.path();
        return switch (request.method()) {
            case "POST" -> path.isEmpty() ? place(request) : Answer.notAllowed();
            case "GET" ->
                path.endsWith(EVENTS)
                        ? events(request, path.substring(0, path.length() - EVENTS.length()))
                        : get(request, path);
            case "DELETE" -> cancel(request, path);
            default -> Answer.notAllowed();
        };
    }

    /** {@code GET /replicas}: what is known of others here. */
    static Answer replicas(OrderServiceReplicas replicas) {
        return replicas.ready()
                ? Answer.ok(Map.of(
                        "ready", true,
                        "consumers", replicas.consumerView().rows().size(),
                        "restaurants", replicas.restaurantView().rows().size()))
                : new Answer(503, Map.of("ready", false));
    }

    /** Accepts an order. With an {@code Idempotency-Key} it is the same order however often the client asks for it. */
    private Answer place(Request http) throws SQLException {
        Placement placement = http.as(Placement.class);
        byte[] body = http.json().writeValueAsBytes(placement);
        String id = http.header("Idempotency-Key")
                .map(key -> idFor(placement.consumerId(), key))
                .orElseGet(() -> UUID.randomUUID().toString());
        Change<State> accepted = database.inTransaction(
                transaction -> desks.in(transaction).place(id, placement, placement.patience(patience), body));
        afterCommit.run();
        if (accepted.verdict() == Verdict.DUPLICATE && !Arrays.equals(body, bodyOf(id))) {
            return new Answer(422, new Problem("This Idempotency-Key was used for another order"));
        }
        AcceptedRequest<State> request = accepted.orElseThrow();
        Order order = new Order(id, placement.consumerId(), placement.restaurantId());
        return status(request.ended() ? 200 : 202, order, request).with("Location", "/orders/" + id);
    }

    private static String idFor(String consumerId, String key) {
        return UUID.nameUUIDFromBytes((consumerId + '\n' + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private byte[] bodyOf(String id) throws SQLException {
        return database.inTransaction(
                transaction -> requests.in(transaction).context(id).orElse(new byte[0]));
    }

    /** Answers at once, or waits for what the client waits for: that the order ends, or changes from the version it has. */
    private Reply get(Request http, String id) throws SQLException {
        Optional<Found> found = find(id);
        Duration wait = Polling.patience(http, LONGEST_POLL);
        if (found.isEmpty() || wait.isZero()) {
            return found.map(it -> get(http, it.order(), it.request())).orElseGet(Answer::notFound);
        }
        Order order = found.get().order();
        Predicate<AcceptedRequest<State>> until =
                Polling.conditional(http) ? request -> !Polling.known(http, request.version()) : AcceptedRequest::ended;
        return new Later(watch.await(id, until, wait)
                .thenApply(request -> request.map(it -> get(http, order, it)).orElseGet(Answer::notFound)));
    }

    private static Answer get(Request http, Order order, AcceptedRequest<State> request) {
        return Polling.known(http, request.version())
                ? new Answer(304, null).with("ETag", Polling.tag(request.version()))
                : status(200, order, request);
    }

    /** Who comes again for events of an order that has ended, and has seen the end, is told to stop. */
    private Reply events(Request http, String id) throws SQLException {
        Optional<Found> found = find(id);
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        Found known = found.get();
        long seen = Polling.lastEventId(http);
        if (known.request().ended() && seen >= known.request().version()) {
            return new Answer(204, null);
        }
        return new Stream(sink -> watch.follow(id, seen, new RequestObserver<>() {
            @Override
            public void changed(AcceptedRequest<State> request) {
                String name = request.ended() ? "end" : "status";
                sink.send(new Event(request.version(), name, Status.of(known.order(), request)));
                if (request.ended()) {
                    sink.end();
                }
            }

            @Override
            public void gone() {
                sink.end();
            }
        })::close);
    }

    /** Cancels a pending order; with {@code If-Match}, only the version that the client has seen. */
    private Answer cancel(Request http, String id) throws SQLException {
        Move<State> cancellation = Move.to(State.CANCELLED, "the consumer").withOutcome("the consumer cancelled it");
        OptionalLong version = Polling.required(http);
        Move<State> move = version.isPresent() ? cancellation.ifVersion(version.getAsLong()) : cancellation;
        Change<State> change =
                database.inTransaction(transaction -> desks.in(transaction).cancel(id, move));
        afterCommit.run();
        Optional<Found> found = find(id);
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        int status = switch (change.verdict()) {
            case APPLIED, DUPLICATE -> 200;
            case STALE -> 412;
            default -> 409;
        };
        return status(status, found.get().order(), found.get().request());
    }

    private Optional<Found> find(String id) throws SQLException {
        return database.inTransaction(transaction -> find(transaction, id));
    }

    private Optional<Found> find(Connection transaction, String id) throws SQLException {
        Optional<AcceptedRequest<State>> request = requests.in(transaction).find(id);
        return new Orders(transaction).find(id).flatMap(order -> request.map(it -> new Found(order, it)));
    }

    private static Answer status(int status, Order order, AcceptedRequest<State> request) {
        Answer answer = new Answer(status, Status.of(order, request)).with("ETag", Polling.tag(request.version()));
        return request.ended() ? answer : answer.with("Retry-After", "1");
    }
}
