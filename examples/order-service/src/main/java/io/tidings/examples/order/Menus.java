package io.tidings.examples.order;

import io.tidings.examples.order.api.RestaurantView;
import io.tidings.examples.order.api.RestaurantViewReplica;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Problem;
import io.tidings.examples.support.JsonServer.Request;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.AtLeast;
import io.tidings.replication.ReplicationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What can be ordered, as the local copy of the restaurants knows it: whether or not their service is there. */
final class Menus {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestaurantViewReplica restaurants;

    Menus(RestaurantViewReplica restaurants) {
        this.restaurants = restaurants;
    }

    /** A restaurant's menu as its guests see it. */
    record Menu(String id, boolean open, List<Dish> dishes) {

        static Menu of(RestaurantView restaurant) {
            return new Menu(
                    restaurant.getRestaurantId(),
                    restaurant.getOpen(),
                    restaurant.getMenu().stream()
                            .map(item -> new Dish(item.getId(), item.getName(), item.getPrice()))
                            .toList());
        }
    }

    record Dish(String id, String name, BigDecimal price) {}

    /**
     * {@code GET /restaurants}: which are open. {@code GET /restaurants/ID[?atLeast=v3]}: the menu of one; with what the
     * restaurant service has just answered to a change, the menu after that change.
     */
    Answer answer(Request http) {
        if (!http.method().equals("GET")) {
            return Answer.notAllowed();
        }
        try {
            return http.path().isEmpty() ? open() : menu(http.path(), http.query("atLeast"));
        } catch (TransientMessagingException | ReplicationException e) {
            // It has not caught up yet, or is not as new as it is asked to be, or as it has to be.
            return new Answer(503, new Problem(String.valueOf(e.getMessage()))).with("Retry-After", "1");
        }
    }

    private Answer open() {
        return Answer.ok(new TreeSet<>(restaurants.byOpen(true).keySet()));
    }

    private Answer menu(String id, Optional<String> atLeast) {
        Optional<RestaurantView> restaurant =
                atLeast.isPresent() ? restaurants.get(id, AtLeast.parse(atLeast.get()), PATIENCE) : restaurants.get(id);
        return restaurant.map(found -> Answer.ok(Menu.of(found))).orElseGet(Answer::notFound);
    }
}
