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
        if (name == null || menu == null) {
            throw new IllegalArgumentException("A restaurant has a name and a menu");
        }
        menu = List.copyOf(menu);
    }

    /**
     * Something a guest can order.
     *
     * @param price with two digits after the point
     */
    public record Dish(String id, String name, BigDecimal price) {

        public Dish {
            if (id == null || name == null || price == null || price.scale() > 2) {
                throw new IllegalArgumentException("A dish has an id, a name, and a price in whole cents");
            }
        }
    }
}
