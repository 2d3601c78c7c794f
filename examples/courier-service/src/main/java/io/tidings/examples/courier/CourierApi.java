package io.tidings.examples.courier;

import io.tidings.examples.courier.messages.Position;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Request;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The service over HTTP. */
final class CourierApi {

    private final Database database;
    private final Dispatcher dispatcher;
    private final Positions positions;
    private final Shifts shifts;
    private final Runnable afterCommit;

    CourierApi(Database database, Dispatcher dispatcher, Positions positions, Shifts shifts, Runnable afterCommit) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.positions = positions;
        this.shifts = shifts;
        this.afterCommit = afterCommit;
    }

    /** {@code PUT /deliveries/ID} finds a courier, {@code GET} says who it is. */
    Answer deliveries(Request request) throws Exception {
        if (request.method().equals("PUT")) {
            dispatcher.dispatch(request.path(), request.as(Errand.class));
            afterCommit.run();
            return delivery(request.path());
        }
        return request.method().equals("GET") ? delivery(request.path()) : Answer.notAllowed();
    }

    private Answer delivery(String id) throws SQLException {
        return database.inTransaction(transaction -> new Deliveries(transaction).find(id))
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    /** {@code GET /positions/COURIER}. */
    Answer positions(Request request) throws InterruptedException {
        Position position = positions.of(request.path());
        return Answer.ok(Map.of(
                "latitude", position.getLatitude(),
                "longitude", position.getLongitude(),
                "seenAt", position.getSeenAt().toString()));
    }

    /** {@code GET /shifts/DAY}. */
    Answer shifts(Request request) throws SQLException {
        try {
            return Answer.ok(shifts.on(LocalDate.parse(request.path())));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A day is written like 2026-12-24", e);
        }
    }
}
