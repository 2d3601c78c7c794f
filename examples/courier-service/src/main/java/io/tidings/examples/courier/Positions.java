package io.tidings.examples.courier;

import io.tidings.examples.courier.api.PositionRequestor;
import io.tidings.examples.courier.messages.Position;
import io.tidings.examples.courier.messages.PositionQuery;
import io.tidings.messaging.MessagingException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where couriers are; where one was, if there is no answer in time. Safe for use by several threads. */
final class Positions {

    private final PositionRequestor couriers;
    private final Duration patience;
    private final Map<String, Position> lastKnown = new ConcurrentHashMap<>();

    Positions(PositionRequestor couriers, Duration patience) {
        this.couriers = couriers;
        this.patience = patience;
    }

    /**
     * Asks the courier, and waits.
     *
     * @throws MessagingException if there is no answer, and has never been one
     */
    Position of(String courierId) throws InterruptedException {
        Position position = couriers.withFallback(failure -> lastKnown(courierId, failure))
                .requestAndWait(courierId, new PositionQuery(courierId), patience);
        lastKnown.put(courierId, position);
        return position;
    }

    private Position lastKnown(String courierId, MessagingException failure) {
        Position position = lastKnown.get(courierId);
        if (position == null) {
            throw failure;
        }
        return position;
    }
}
