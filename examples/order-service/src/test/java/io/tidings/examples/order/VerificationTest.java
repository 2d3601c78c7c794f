package io.tidings.examples.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.api.ConsumerView;
import io.tidings.examples.order.api.RestaurantView;
import io.tidings.examples.restaurant.events.MenuItem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final ConsumerView ANN = new ConsumerView("ann", new BigDecimal("20.00"));
    private static final RestaurantView BELLA = new RestaurantView(
            "bella", true, List.of(new MenuItem("margherita", "Pizza Margherita", new BigDecimal("9.50"))));
    private static final RestaurantView CLOSED = new RestaurantView("golden", false, List.of());

    @Test
    void aGoodOrderHasATotal() {
        assertThat(Verification.of(ANN, BELLA, List.of(new Line("margherita", 2)))
                        .total())
                .isEqualTo("19.00");
    }

    @Test
    void refusalsSayWhy() {
        List<Line> pizza = List.of(new Line("margherita", 1));
        assertThat(refusal(null, BELLA, pizza)).isEqualTo("there is no such consumer");
        assertThat(refusal(ANN, null, pizza)).isEqualTo("there is no such restaurant");
        assertThat(refusal(ANN, CLOSED, pizza)).isEqualTo("the restaurant is closed");
        assertThat(refusal(ANN, BELLA, List.of(new Line("sushi", 1)))).isEqualTo("'sushi' is not on the menu");
        assertThat(refusal(ANN, BELLA, List.of(new Line("margherita", 3))))
                .isEqualTo("it costs 28.50, more than the consumer's limit of 20.00");
    }

    private static @Nullable String refusal(
            @Nullable ConsumerView consumer, @Nullable RestaurantView restaurant, List<Line> lines) {
        return Verification.of(consumer, restaurant, lines).refusal();
    }
}
