package io.tidings.examples.order;

import io.tidings.messaging.accepted.Lifecycle;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, as it was placed. Where it stands is its accepted request's to say. */
record Order(String id, String consumerId, String restaurantId) {

    /** Where an order stands. */
    enum State {
        PENDING,
        APPROVED,
        REJECTED,
        CANCELLED;

        /** A pending order ends one way, once; what was begun for one that fails is undone. */
        static final Lifecycle<State> LIFECYCLE = Lifecycle.startingAs(PENDING)
                .move(PENDING, APPROVED, REJECTED, CANCELLED)
                .timingOutAs(REJECTED, "nobody could say in time")
                .undoing(REJECTED, CANCELLED)
                .build();
    }

    /**
     * What a consumer asks for.
     *
     * @param patienceSeconds how long the consumer waits for an answer, five minutes at most; null for the service's own measure
     */
    record Placement(
            String consumerId,
            String restaurantId,
            List<Line> lines,
            @Nullable Integer patienceSeconds) {

        private static final int LONGEST = 300;

        Placement {
            if (consumerId == null || restaurantId == null || lines == null || lines.isEmpty()) {
                throw new IllegalArgumentException("An order names a consumer, a restaurant, and at least one dish");
            }
            if (lines.stream().map(Line::menuItemId).distinct().count() < lines.size()) {
                throw new IllegalArgumentException("An order names each dish once, with its quantity");
            }
            if (patienceSeconds != null && (patienceSeconds < 1 || patienceSeconds > LONGEST)) {
                throw new IllegalArgumentException("'patienceSeconds' is from 1 to " + LONGEST);
            }
            lines = List.copyOf(lines);
        }

        Duration patience(Duration otherwise) {
            return patienceSeconds == null ? otherwise : Duration.ofSeconds(patienceSeconds);
        }
    }

    /** So many of one dish. */
    record Line(String menuItemId, int quantity) {

        Line {
            if (menuItemId == null || quantity < 1) {
                throw new IllegalArgumentException("A line names a dish and how many, one at least");
            }
        }
    }
}
