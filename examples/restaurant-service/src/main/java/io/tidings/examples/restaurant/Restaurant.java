package io.tidings.examples.restaurant;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as its owner describes it.
 *
 * @param menu what can be ordered
 */
public record Restaurant(
        String name, boolean open, @Nullable String cuisine, List<Dish> menu) {

    public Restaurant {
        menu = List.copyOf(menu);
    }

    /**
     * Something a guest can order.
     *
     * @param price with two digits after the point
     */
    public record Dish(String id, String name, BigDecimal price) {}
}
