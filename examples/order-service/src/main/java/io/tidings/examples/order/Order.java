package io.tidings.examples.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param reason why it was rejected or cancelled
 */
public record Order(
        String id,
        String consumerId,
        String restaurantId,
        State state,
        @Nullable String reason) {

    /** Where an order stands. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        CANCELLED
    }

    /** What a consumer asks for. */
    public record Placement(String consumerId, String restaurantId, List<Line> lines) {

        public Placement {
            if (consumerId == null || restaurantId == null || lines == null || lines.isEmpty()) {
                throw new IllegalArgumentException("An order names a consumer, a restaurant, and at least one dish");
            }
            if (lines.stream().map(Line::menuItemId).distinct().count() < lines.size()) {
                throw new IllegalArgumentException("An order names each dish once, with its quantity");
            }
            lines = List.copyOf(lines);
        }
    }

    /** So many of one dish. */
    public record Line(String menuItemId, int quantity) {

        public Line {
            if (menuItemId == null || quantity < 1) {
                throw new IllegalArgumentException("A line names a dish and how many, one at least");
            }
        }
    }
}
