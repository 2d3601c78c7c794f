package io.tidings.examples.restaurant;

import io.tidings.examples.restaurant.Restaurant.Dish;
import io.tidings.examples.restaurant.api.RestaurantEventsPublisher;
import io.tidings.examples.restaurant.events.MenuItem;
import io.tidings.examples.restaurant.events.RestaurantChanged;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.SendOptions;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The restaurants, inside one transaction: a change and the event that tells of it are written together or not at all. */
final class Restaurants {

    private final Connection transaction;
    private final RestaurantEventsPublisher events;

    Restaurants(Connection transaction, MessageSink outbox) {
        this.transaction = transaction;
        this.events = new RestaurantEventsPublisher(outbox);
    }

    /**
     * Saves a restaurant and publishes its new state.
     *
     * @return its version: 1 when it is new, then one more with each change
     */
    long save(String id, Restaurant restaurant) throws SQLException {
        // The upsert locks the row until the commit. The event is written after it, so events of one restaurant enter
        // the
        // outbox in the order of their versions.
        long version = upsert(id, restaurant);
        replaceMenu(id, restaurant);
        events.publish(id, changed(id, restaurant), SendOptions.version(version));
        return version;
    }

    private long upsert(String id, Restaurant restaurant) throws SQLException {
        try (PreparedStatement upsert = transaction.prepareStatement("""
                INSERT INTO restaurant (id, name, open, cuisine, version) VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, open = excluded.open,
                    cuisine = excluded.cuisine, version = restaurant.version + 1
                RETURNING version""")) {
            upsert.setString(1, id);
            upsert.setString(2, restaurant.name());
            upsert.setBoolean(3, restaurant.open());
            upsert.setString(4, restaurant.cuisine());
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void replaceMenu(String id, Restaurant restaurant) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement("DELETE FROM menu_item WHERE restaurant_id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(
                "INSERT INTO menu_item (restaurant_id, id, name, price) VALUES (?, ?, ?, ?)")) {
            for (Dish dish : restaurant.menu()) {
                insert.setString(1, id);
                insert.setString(2, dish.id());
                insert.setString(3, dish.name());
                insert.setBigDecimal(4, dish.price());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static RestaurantChanged changed(String id, Restaurant restaurant) {
        return RestaurantChanged.newBuilder()
                .setRestaurantId(id)
                .setName(restaurant.name())
                .setOpen(restaurant.open())
                .setCuisine(restaurant.cuisine())
                .setMenu(restaurant.menu().stream().map(Restaurants::item).toList())
                .build();
    }

    private static MenuItem item(Dish dish) {
        return MenuItem.newBuilder()
                .setId(dish.id())
                .setName(dish.name())
                .setPrice(dish.price().setScale(2, RoundingMode.UNNECESSARY))
                .build();
    }
}
