package io.tidings.examples.order;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.api.ConsumerView;
import io.tidings.examples.order.api.RestaurantView;
import io.tidings.examples.restaurant.events.MenuItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an order is good, as far as the local copies of consumers and restaurants tell. Without side effects. */
final class Verification {

    private Verification() {}

    /**
     * The verdict.
     *
     * @param total what the order costs; null if it was refused
     * @param refusal why it was refused; null if it is good
     */
    record Verdict(@Nullable BigDecimal total, @Nullable String refusal) {}

    static Verdict of(@Nullable ConsumerView consumer, @Nullable RestaurantView restaurant, List<Line> lines) {
        if (consumer == null) {
            return refused("there is no such consumer");
        }
        if (restaurant == null) {
            return refused("there is no such restaurant");
        }
        if (!restaurant.getOpen()) {
            return refused("the restaurant is closed");
        }
        Map<String, MenuItem> menu =
                restaurant.getMenu().stream().collect(Collectors.toMap(MenuItem::getId, Function.identity()));
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        for (Line line : lines) {
            MenuItem item = menu.get(line.menuItemId());
            if (item == null) {
                return refused("'" + line.menuItemId() + "' is not on the menu");
            }
            total = total.add(item.getPrice().multiply(BigDecimal.valueOf(line.quantity())));
        }
        if (total.compareTo(consumer.getOrderLimit()) > 0) {
            return refused("it costs " + total + ", more than the consumer's limit of " + consumer.getOrderLimit());
        }
        return new Verdict(total, null);
    }

    private static Verdict refused(String reason) {
        return new Verdict(null, reason);
    }
}
